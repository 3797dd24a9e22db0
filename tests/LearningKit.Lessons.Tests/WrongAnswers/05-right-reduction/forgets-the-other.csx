// expect: Combining loses something
Reduction deviation = Reduction.Of(
    empty: () => (Count: 0L, Sum: 0L, Squares: 0L),
    add: (own, tenths) => (own.Count + 1, own.Sum + tenths, own.Squares + (long)tenths * tenths),
    combine: (one, other) => one.Count > other.Count ? one : other,
    finish: total => Math.Sqrt(total.Squares / (double)total.Count - Math.Pow(total.Sum / (double)total.Count, 2)) / 10);

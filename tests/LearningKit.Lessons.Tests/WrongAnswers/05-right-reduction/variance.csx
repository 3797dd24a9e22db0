// expect: The deviation is its square root
Reduction deviation = Reduction.Of(
    empty: () => (Count: 0L, Sum: 0L, Squares: 0L),
    add: (own, tenths) => (own.Count + 1, own.Sum + tenths, own.Squares + (long)tenths * tenths),
    combine: (one, other) => (one.Count + other.Count, one.Sum + other.Sum, one.Squares + other.Squares),
    finish: total => (total.Squares / (double)total.Count - Math.Pow(total.Sum / (double)total.Count, 2)) / 100);

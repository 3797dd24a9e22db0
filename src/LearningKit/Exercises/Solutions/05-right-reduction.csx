Reduction deviation = Reduction.Of(
    empty: () => (Count: 0L, Sum: 0L, Squares: 0L),
    add: (own, tenths) => (own.Count + 1, own.Sum + tenths, own.Squares + (long)tenths * tenths),
    combine: (one, other) => (one.Count + other.Count, one.Sum + other.Sum, one.Squares + other.Squares),
    finish: total =>
    {
        var mean = total.Sum / (double)total.Count;
        return Math.Sqrt(total.Squares / (double)total.Count - mean * mean) / 10;
    });

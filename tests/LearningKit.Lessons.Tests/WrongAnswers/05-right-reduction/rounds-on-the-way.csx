// expect: Whole numbers (long) are exact in any order
Reduction deviation = Reduction.Of(
    empty: () => (Count: 0.0, Sum: 0.0, Squares: 0.0),
    add: (own, tenths) => (own.Count + 1, own.Sum + tenths / 10.0, own.Squares + tenths / 10.0 * (tenths / 10.0)),
    combine: (one, other) => (one.Count + other.Count, one.Sum + other.Sum, one.Squares + other.Squares),
    finish: total => Math.Sqrt(total.Squares / total.Count - Math.Pow(total.Sum / total.Count, 2)));

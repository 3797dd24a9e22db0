// expect: carry totals, not results
Reduction deviation = Reduction.Of(
    empty: () => (Values: System.Collections.Immutable.ImmutableList<int>.Empty, Deviations: System.Collections.Immutable.ImmutableList<double>.Empty),
    add: (own, tenths) => (own.Values.Add(tenths), own.Deviations),
    combine: (one, other) => (System.Collections.Immutable.ImmutableList<int>.Empty, Of(one).AddRange(Of(other))),
    finish: total => Of(total).Average());

System.Collections.Immutable.ImmutableList<double> Of((System.Collections.Immutable.ImmutableList<int> Values, System.Collections.Immutable.ImmutableList<double> Deviations) share)
{
    if (share.Values.IsEmpty) return share.Deviations;
    var mean = share.Values.Average();
    return share.Deviations.Add(Math.Sqrt(share.Values.Average(v => (double)v * v) - mean * mean) / 10);
}

namespace LearningKit.Tables;

/// <summary>
/// Sums of doubles, one a group, each kept as two doubles whose exact sum it is: about 32 digits instead of 16. As long as all
/// bits of a sum fit into these 106, nothing is rounded on the way, and the order of the additions does not matter.
/// </summary>
/// <remarks>
/// Source: D. E. Knuth, The Art of Computer Programming 2, section 4.2.2, theorems B and C (the error of a sum is a number that
/// can be computed); T. J. Dekker, "A Floating-Point Technique for Extending the Available Precision", Numerische Mathematik 18
/// (1971).
/// </remarks>
sealed class ExactSums(int count)
{
    readonly double[] high = new double[count];
    readonly double[] low = new double[count];

    public void Add(int group, double value, double rest = 0)
    {
        var sum = high[group] + value;
        if (!double.IsFinite(sum))
        {
            (high[group], low[group]) = (sum, 0);   // beyond all numbers there are no errors to carry
            return;
        }
        var part = sum - high[group];
        var error = high[group] - (sum - part) + (value - part) + low[group] + rest;
        high[group] = sum + error;
        low[group] = error - (high[group] - sum);
    }

    public Column<double>[] ToColumns(string name) => [new($"{name}.sum", high), new($"{name}.rest", low)];

    /// <summary>The sums of partial sums, as <see cref="ToColumns"/> gives them.</summary>
    public static ExactSums Of(Column sums, Column rests, RowGroups groups)
    {
        var totals = new ExactSums(groups.Count);
        var high = ((Column<double>)sums).Values.Span;
        var low = ((Column<double>)rests).Values.Span;
        for (var row = 0; row < high.Length; row++) totals.Add(groups.Ids[row], high[row], low[row]);
        return totals;
    }
}

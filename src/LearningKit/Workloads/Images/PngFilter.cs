namespace LearningKit.Workloads;

/// <summary>The five filters that replace a sample by its difference to what its neighbours predict (PNG, section 9).</summary>
static class PngFilter
{
    public const int Count = 5;

    /// <summary>Filters a row.</summary>
    /// <param name="filter">0 none, 1 left, 2 above, 3 average, 4 Paeth.</param>
    /// <param name="row">The row.</param>
    /// <param name="above">The row above it, or zeros.</param>
    /// <param name="channels">The distance to the left neighbour.</param>
    /// <param name="filtered">Takes the result.</param>
    public static void Apply(int filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int channels, Span<byte> filtered)
    {
        for (var i = 0; i < row.Length; i++) filtered[i] = (byte)(row[i] - Predict(filter, row, above, channels, i));
    }

    /// <summary>Undoes a filter in place.</summary>
    /// <inheritdoc cref="Apply" path="/param"/>
    public static void Undo(int filter, Span<byte> row, ReadOnlySpan<byte> above, int channels)
    {
        for (var i = 0; i < row.Length; i++) row[i] += Predict(filter, row, above, channels, i);
    }

    static byte Predict(int filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int channels, int i)
    {
        var left = i < channels ? (byte)0 : row[i - channels];
        return filter switch
        {
            0 => 0,
            1 => left,
            2 => above[i],
            3 => (byte)((left + above[i]) / 2),
            _ => Paeth(left, above[i], i < channels ? (byte)0 : above[i - channels]),
        };
    }

    /// <summary>Of left, above and upper left, the one nearest to left + above - upper left.</summary>
    static byte Paeth(byte left, byte above, byte upperLeft)
    {
        var estimate = left + above - upperLeft;
        var (a, b, c) = (Math.Abs(estimate - left), Math.Abs(estimate - above), Math.Abs(estimate - upperLeft));
        return a <= b && a <= c ? left : b <= c ? above : upperLeft;
    }
}

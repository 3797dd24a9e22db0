namespace LearningKit.Workloads;

/// <summary>One Jacobi sweep as it stands in the textbook: every inner cell becomes the mean of its four neighbours.</summary>
public static class PlainJacobi
{
    /// <summary>Computes one step of time from one grid into another. The edge cells of <paramref name="to"/> are left alone.</summary>
    /// <param name="from">The grid now, row after row.</param>
    /// <param name="to">The grid one step later; must not overlap <paramref name="from"/>.</param>
    /// <param name="rows">Rows, the two edge rows included.</param>
    /// <param name="columns">Columns, the two edge columns included.</param>
    /// <exception cref="ArgumentException">A grid does not hold rows x columns cells.</exception>
    public static void Sweep(ReadOnlySpan<double> from, Span<double> to, int rows, int columns)
    {
        GridShape.Check(from, rows, columns);
        GridShape.Check(to, rows, columns);
        for (var i = 1; i < rows - 1; i++)
            Row(from.Slice((i - 1) * columns, columns), from.Slice(i * columns, columns), from.Slice((i + 1) * columns, columns), to.Slice(i * columns, columns));
    }

    static void Row(ReadOnlySpan<double> above, ReadOnlySpan<double> centre, ReadOnlySpan<double> below, Span<double> to)
    {
        for (var j = 1; j < to.Length - 1; j++) to[j] = 0.25 * ((above[j] + below[j]) + (centre[j - 1] + centre[j + 1]));
    }
}

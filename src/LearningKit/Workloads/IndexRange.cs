namespace LearningKit.Workloads;

/// <summary>A half-open range of indices: the most common part of a problem.</summary>
/// <param name="Start">The first index.</param>
/// <param name="End">One past the last index.</param>
public readonly record struct IndexRange(long Start, long End)
{
    /// <summary>How many indices the range holds.</summary>
    public long Count => End - Start;

    /// <summary>
    /// Cuts 0..<paramref name="count"/> into at most <paramref name="parts"/> ranges whose lengths differ by at most one.
    /// Nothing is cut into no ranges, and no range is empty.
    /// </summary>
    public static IReadOnlyList<IndexRange> Divide(long count, int parts)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        var pieces = (int)Math.Min(parts, count);
        var ranges = new IndexRange[pieces];
        for (var i = 0; i < pieces; i++) ranges[i] = new(Cut(i), Cut(i + 1));
        return ranges;

        // The product of a count and a part number passes 64 bits for the largest data sets.
        long Cut(int i) => (long)((Int128)count * i / pieces);
    }
}

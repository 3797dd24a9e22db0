namespace LearningKit.Workloads;

/// <summary>
/// Cuts the merge of two sorted runs into independent merges of equal length, whatever the numbers are: the k-th diagonal
/// of the grid that the two runs span meets the path of the merge in one point, found by bisection.
/// </summary>
/// <remarks>
/// Sources: S. Odeh, O. Green, Z. Mwassi, O. Shmueli, Y. Birk, "Merge Path - Parallel Merging Made Simple", IPDPSW 2012;
/// O. Green, R. McColl, D. A. Bader, "GPU Merge Path", ICS 2012.
/// </remarks>
public static class MergePath
{
    /// <summary>
    /// How many of the first <paramref name="count"/> numbers of the merge come from <paramref name="left"/>; the others
    /// come from <paramref name="right"/>. Of equal numbers those of <paramref name="left"/> come first.
    /// </summary>
    /// <param name="left">A sorted run.</param>
    /// <param name="right">A sorted run.</param>
    /// <param name="count">From 0 to the length of both runs together.</param>
    /// <remarks>Costs about log2 of the shorter run in comparisons.</remarks>
    public static int Cut(ReadOnlySpan<int> left, ReadOnlySpan<int> right, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, left.Length + right.Length);
        var (low, high) = (Math.Max(0, count - right.Length), Math.Min(count, left.Length));
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (left[middle] <= right[count - middle - 1]) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}

namespace LearningKit.Workloads;

/// <summary>Merges two sorted runs.</summary>
public static class Merge
{
    /// <summary>Writes the numbers of both runs to <paramref name="merged"/>, in order. Of equal numbers the left ones come first.</summary>
    /// <param name="left">A sorted run.</param>
    /// <param name="right">A sorted run.</param>
    /// <param name="merged">As long as both together; must not overlap them.</param>
    /// <exception cref="ArgumentException"><paramref name="merged"/> has another length.</exception>
    public static void Into(ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<int> merged)
    {
        if (merged.Length != left.Length + right.Length)
            throw new ArgumentException($"The merge of {left.Length} and {right.Length} numbers needs room for {left.Length + right.Length}, not {merged.Length}.", nameof(merged));

        int i = 0, j = 0;
        while (i < left.Length && j < right.Length)
        {
            // Which of two random numbers is smaller cannot be guessed, so there is no branch on it.
            var (a, b) = (left[i], right[j]);
            var takeLeft = a <= b;
            merged[i + j] = takeLeft ? a : b;
            i += takeLeft ? 1 : 0;
            j += takeLeft ? 0 : 1;
        }
        left[i..].CopyTo(merged[(i + j)..]);
        right[j..].CopyTo(merged[(left.Length + j)..]);
    }
}

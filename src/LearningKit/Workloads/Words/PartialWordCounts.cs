namespace LearningKit.Workloads;

/// <summary>The words of one part and how often each occurs, packed so that it costs little to keep or to send.</summary>
/// <param name="Utf8">The words, one after the other, and <see cref="Padding"/> more bytes.</param>
/// <param name="Lengths">The bytes of each word.</param>
/// <param name="Counts">How often each word occurs.</param>
public sealed record PartialWordCounts(byte[] Utf8, int[] Lengths, long[] Counts)
{
    /// <summary>Readers of a word load whole vectors, so some bytes follow the last word.</summary>
    internal const int Padding = 16;
}

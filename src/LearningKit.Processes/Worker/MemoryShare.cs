namespace LearningKit.Processes;

/// <summary>How much memory each of several workers may use, so that together they stay within what there is.</summary>
static class MemoryShare
{
    const long Least = 128 << 20;

    /// <summary>Bytes for the heap of one worker.</summary>
    /// <param name="siblings">How many workers there are.</param>
    /// <remarks>The runtime counts the limits of control groups as the machine's memory.</remarks>
    public static long Of(int siblings) => Math.Max(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Math.Max(siblings, 1), Least);
}

namespace LearningKit.Exercises;

/// <summary>The exercises of lesson 03, threads.</summary>
public static class Lesson03
{
    /// <summary>Plan the rows so that the shares are even.</summary>
    public static Rebalance Rebalance { get; } = new();

    /// <summary>Start threads, share items, join, and lose nothing.</summary>
    public static RunAll RunAll { get; } = new();
}

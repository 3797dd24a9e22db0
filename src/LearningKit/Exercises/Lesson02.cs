namespace LearningKit.Exercises;

/// <summary>The exercises of lesson 02, measuring.</summary>
public static class Lesson02
{
    /// <summary>Name the flaws of five benchmarks.</summary>
    public static FiveBenchmarks FiveBenchmarks { get; } = new();

    /// <summary>Write the loop that takes samples.</summary>
    public static HonestSamples HonestSamples { get; } = new();
}

namespace LearningKit.Exercises;

/// <summary>The exercises of lesson 04, tasks.</summary>
public static class Lesson04
{
    /// <summary>Choose how many items a task holds.</summary>
    public static Chunk Chunk { get; } = new();

    /// <summary>Stop parallel work cleanly.</summary>
    public static Cancel Cancel { get; } = new();
}

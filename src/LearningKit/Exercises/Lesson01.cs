namespace LearningKit.Exercises;

/// <summary>The exercises of lesson 01, the words.</summary>
public static class Lesson01
{
    /// <summary>Say which word fits which trace.</summary>
    public static ClassifyTraces ClassifyTraces { get; } = new();

    /// <summary>Compute from a trace how many jobs ran at the same instant.</summary>
    public static MostAtOnce MostAtOnce { get; } = new();
}

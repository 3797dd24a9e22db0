namespace LearningKit.Exercises;

/// <summary>The exercises of lesson 09, waiting.</summary>
public static class Lesson09
{
    /// <summary>Download, parse and sum in stages that hold each other back.</summary>
    public static BoundedPipeline BoundedPipeline { get; } = new();

    /// <summary>Ask several, take the first answer, and leave nothing running.</summary>
    public static FirstAnswer FirstAnswer { get; } = new();

    /// <summary>Try again, later and later, where trying again makes sense.</summary>
    public static Retry Retry { get; } = new();
}

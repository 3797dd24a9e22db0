namespace LearningKit.Exercises;

/// <summary>The exercises of lesson 11, pools.</summary>
public static class Lesson11
{
    /// <summary>Choose the order and the chunk size for tasks of unequal length.</summary>
    public static ScheduleBySize ScheduleBySize { get; } = new();

    /// <summary>Keep what was computed when items throw or kill their worker.</summary>
    public static Survive Survive { get; } = new();

    /// <summary>Hold a lock between processes where it is needed, and only there.</summary>
    public static CountRightly CountRightly { get; } = new();
}

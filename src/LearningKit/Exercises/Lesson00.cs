namespace LearningKit.Exercises;

/// <summary>The exercises of lesson 00, your machine.</summary>
public static class Lesson00
{
    /// <summary>Read a machine card.</summary>
    public static ReadYourCard ReadYourCard { get; } = new();

    /// <summary>Forecast the least time of a memory-bound loop.</summary>
    public static LeastTime LeastTime { get; } = new();
}

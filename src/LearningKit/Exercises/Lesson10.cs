namespace LearningKit.Exercises;

/// <summary>The exercises of lesson 10, processes.</summary>
public static class Lesson10
{
    /// <summary>Find the size from which sending pays.</summary>
    public static BreakEven BreakEven { get; } = new();

    /// <summary>Let workers see an array instead of sending it.</summary>
    public static Share Share { get; } = new();

    /// <summary>Mend a program that counts in a static field.</summary>
    public static MendTheStatic MendTheStatic { get; } = new();
}

namespace LearningKit.Exercises;

/// <summary>The exercises of lesson 12, split, apply, combine.</summary>
public static class Lesson12
{
    /// <summary>Bring home what makes means right.</summary>
    public static CombineMeans CombineMeans { get; } = new();

    /// <summary>The hottest readings of each station.</summary>
    public static Hottest Hottest { get; } = new();

    /// <summary>Cut a file between rows.</summary>
    public static CutRows CutRows { get; } = new();
}

namespace LearningKit.Exercises;

/// <summary>The exercises of lesson 05, PLINQ.</summary>
public static class Lesson05
{
    /// <summary>Group in parallel and keep the order.</summary>
    public static OrderedGroupBy OrderedGroupBy { get; } = new();

    /// <summary>Write a reduction that is right for every division.</summary>
    public static RightReduction RightReduction { get; } = new();
}

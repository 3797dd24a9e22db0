namespace LearningKit.Exercises;

/// <summary>What is kept about one exercise.</summary>
public sealed record ExerciseProgress
{
    /// <summary>How many answers were checked up to the first that passed. Running an unsolved stub does not count.</summary>
    public int Attempts { get; init; }

    /// <summary>How many hints were asked for.</summary>
    public int Hints { get; init; }

    /// <summary>When the check first passed; null if it has not.</summary>
    public DateTimeOffset? Passed { get; init; }

    /// <summary>When the solution was opened before the check had passed; null if it was not.</summary>
    public DateTimeOffset? SolutionSeen { get; init; }

    /// <summary>True once the check has passed.</summary>
    internal bool IsPassed => Passed is not null;

    /// <summary>The progress after one more answer.</summary>
    internal ExerciseProgress After(bool passed, DateTimeOffset now) =>
        IsPassed ? this : this with { Attempts = Attempts + 1, Passed = passed ? now : null };
}

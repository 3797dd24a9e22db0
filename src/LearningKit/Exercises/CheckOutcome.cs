namespace LearningKit.Exercises;

/// <summary>What a check found.</summary>
public enum CheckOutcome
{
    /// <summary>The stub is still there: there is nothing to judge, and no attempt is counted.</summary>
    Unsolved,

    /// <summary>There is an answer, and it is not right yet.</summary>
    NotYet,

    /// <summary>The answer is right.</summary>
    Passed,
}

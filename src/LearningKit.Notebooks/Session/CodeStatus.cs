namespace LearningKit.Notebooks;

/// <summary>Whether code can be executed as it stands.</summary>
public enum CodeStatus
{
    /// <summary>It can.</summary>
    Complete,

    /// <summary>Something is still open, such as a bracket: a next line follows.</summary>
    Incomplete,

    /// <summary>It has an error that no next line mends.</summary>
    Invalid,
}

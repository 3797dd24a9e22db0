namespace LearningKit.Mpi;

/// <summary>How two groups compare.</summary>
public enum GroupComparison
{
    /// <summary>The same members in the same order.</summary>
    Identical,

    /// <summary>The same members in another order.</summary>
    Similar,

    /// <summary>Other members.</summary>
    Unequal,
}

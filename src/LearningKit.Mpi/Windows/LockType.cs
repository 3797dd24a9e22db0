namespace LearningKit.Mpi;

/// <summary>Who may be in a window at the same time.</summary>
public enum LockType
{
    /// <summary>Others with a shared lock, too: to read, and to accumulate.</summary>
    Shared,

    /// <summary>Nobody else.</summary>
    Exclusive,
}

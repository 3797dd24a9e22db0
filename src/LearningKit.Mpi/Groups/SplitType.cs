namespace LearningKit.Mpi;

/// <summary>What ranks share that are to be in one communicator.</summary>
public enum SplitType
{
    /// <summary>Memory: they run on the same machine and can share a window.</summary>
    Shared,
}

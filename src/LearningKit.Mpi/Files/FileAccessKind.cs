namespace LearningKit.Mpi;

/// <summary>Where in a file, and who takes part (MPI 4.1, 14.4.1).</summary>
public enum FileAccessKind
{
    /// <summary>At an offset; this rank alone.</summary>
    At,

    /// <summary>At an offset; all ranks together, each at its own.</summary>
    AtAll,

    /// <summary>At this rank's own position; alone.</summary>
    Own,

    /// <summary>At each rank's own position; all together.</summary>
    OwnAll,

    /// <summary>At the position that all ranks share; alone, in whatever order they come.</summary>
    Shared,

    /// <summary>At the position that all ranks share; all together, in the order of the ranks.</summary>
    Ordered,
}

namespace LearningKit.Mpi;

/// <summary>The collectives, under the standard's names (MPI 4.1, 6 and 8.6).</summary>
public enum CollectiveKind
{
    /// <summary>Wait for all.</summary>
    Barrier,

    /// <summary>One to all, the same. <see cref="CollectiveCall.Send"/> is the one buffer, on every rank.</summary>
    Bcast,

    /// <summary>One to all, to each its own part.</summary>
    Scatter,

    /// <summary>The same with parts of different length.</summary>
    Scatterv,

    /// <summary>All to one, side by side.</summary>
    Gather,

    /// <summary>The same with parts of different length.</summary>
    Gatherv,

    /// <summary>All to all, side by side.</summary>
    Allgather,

    /// <summary>The same with parts of different length.</summary>
    Allgatherv,

    /// <summary>From each to each its own part: a transposition.</summary>
    Alltoall,

    /// <summary>The same with parts of different length.</summary>
    Alltoallv,

    /// <summary>All to one, combined.</summary>
    Reduce,

    /// <summary>All to all, combined.</summary>
    Allreduce,

    /// <summary>Combined, then scattered in equal parts. The count is that of a part.</summary>
    ReduceScatterBlock,

    /// <summary>Combined, then scattered in parts of the given counts.</summary>
    ReduceScatter,

    /// <summary>Combined up to and including this rank.</summary>
    Scan,

    /// <summary>Combined up to but without this rank; rank 0's buffer stays as it is.</summary>
    Exscan,

    /// <summary>As Allgather, with the neighbours of the topology only.</summary>
    NeighborAllgather,

    /// <summary>The same with parts of different length.</summary>
    NeighborAllgatherv,

    /// <summary>As Alltoall, with the neighbours of the topology only.</summary>
    NeighborAlltoall,

    /// <summary>The same with parts of different length.</summary>
    NeighborAlltoallv,
}

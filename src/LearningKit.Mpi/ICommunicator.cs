namespace LearningKit.Mpi;

/// <summary>A group of ranks that can talk to each other, apart from all other communicators.</summary>
/// <example>
/// <code>
/// if (comm.Rank == 0) comm.Send([1.0, 2.0], dest: 1);
/// if (comm.Rank == 1) comm.Recv(buffer, source: 0);
/// var total = comm.Allreduce(comm.Rank, Op.Sum);
/// </code>
/// </example>
/// <remarks>
/// What can be done with it stands in one class a chapter: <see cref="PointToPoint"/>, <see cref="NonBlocking"/>,
/// <see cref="Persistent"/>, <see cref="Objects"/>, <see cref="Collectives"/>, <see cref="CollectivesOfValues"/>,
/// <see cref="CollectivesInPlace"/>, <see cref="VectorCollectives"/>, <see cref="NonBlockingCollectives"/>,
/// <see cref="Communicators"/>, <see cref="Topologies"/>, <see cref="NeighborCollectives"/>, <see cref="RemoteMemory"/>,
/// <see cref="Files"/>.
/// They are extensions over <see cref="ITransport"/>, so every transport has them all.
/// </remarks>
public interface ICommunicator : ITransport, IDisposable
{
    /// <summary>This process's number in the communicator, from 0.</summary>
    int Rank { get; }

    /// <summary>How many ranks there are; in an intercommunicator, in the local group.</summary>
    int Size { get; }

    /// <summary>True if the communicator joins two groups: messages go to the ranks of the other one.</summary>
    bool IsInter { get; }

    /// <summary>How many ranks the remote group of an intercommunicator has; 0 in all others.</summary>
    int RemoteSize { get; }

    /// <summary>Its ranks, as numbered in <see cref="IMpiEnvironment.World"/>; in an intercommunicator, the local ones.</summary>
    Group Group { get; }

    /// <summary>How the ranks are arranged: a grid, a graph, or null for no arrangement.</summary>
    Topology? Topology { get; }

    /// <summary>Its name in messages of errors and in traces.</summary>
    string Name { get; set; }

    /// <summary>The world it lives in: clock, thread level, processor name.</summary>
    IMpiEnvironment Environment { get; }

    /// <summary>Ends all ranks of the job at once, this one included: the last resort of a rank that cannot go on.</summary>
    /// <param name="exitCode">What the job exits with.</param>
    void Abort(int exitCode);
}

namespace LearningKit.Mpi;

/// <summary>One call of a collective, as this rank makes it: what a transport carries out.</summary>
/// <remarks>
/// Counts are the standard's: in <see cref="CollectiveKind.Scatter"/>, <see cref="CollectiveKind.Alltoall"/> and their like the count of a
/// buffer is that of <em>one</em> rank's part; in v-forms it is not used, and <see cref="SendParts"/> or <see cref="ReceiveParts"/> is.
/// A buffer that the rank's role does not need (the receive buffer of a reduce, on another rank than the root) is
/// <see cref="MessageBuffer.None"/>.
/// </remarks>
public readonly ref struct CollectiveCall
{
    /// <summary>Which collective.</summary>
    public required CollectiveKind Kind { get; init; }

    /// <summary>The root of a rooted one.</summary>
    public int Root { get; init; }

    /// <summary>What this rank gives.</summary>
    public MessageBuffer Send { get; init; }

    /// <summary>What it gets. In an in-place call it holds what this rank gives, as the standard defines for MPI_IN_PLACE.</summary>
    public MessageBuffer Receive { get; init; }

    /// <summary>In a v-form: which part of the send buffer goes to which rank.</summary>
    public Parts SendParts { get; init; }

    /// <summary>In a v-form: where in the receive buffer each rank's part goes. In a reduce-scatter: the counts.</summary>
    public Parts ReceiveParts { get; init; }

    /// <summary>How a reduction combines.</summary>
    public Op? Op { get; init; }

    /// <summary>True if this rank passes MPI_IN_PLACE for its send buffer (for its receive buffer, at the root of a scatter).</summary>
    public bool InPlace { get; init; }
}

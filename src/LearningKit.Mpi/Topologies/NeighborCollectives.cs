namespace LearningKit.Mpi;

/// <summary>Collectives among the neighbours of a topology alone (MPI 4.1, 8.6): a halo exchange in one call.</summary>
/// <remarks>
/// In a grid the neighbours are, for each dimension, the one before and the one after; beyond an edge there is nobody, and that part of the
/// buffer stays as it is.
/// </remarks>
public static unsafe class NeighborCollectives
{
    extension(ICommunicator comm)
    {
        /// <summary>Sends the same to every neighbour, and collects what they send, side by side.</summary>
        public void NeighborAllgather<T>(ReadOnlySpan<T> send, Span<T> receive) where T : unmanaged
        {
            var (sources, _) = Neighbors(comm);
            Call.CheckParts(nameof(receive), receive.Length, send.Length, sources);
            fixed (T* from = send, to = receive)
            {
                comm.Run(new CollectiveCall
                {
                    Kind = CollectiveKind.NeighborAllgather,
                    Send = Call.Of<T>(from, send.Length),
                    Receive = Call.Of<T>(to, send.Length),
                });
            }
        }

        /// <summary>Sends to each neighbour its own part, and collects what they send.</summary>
        public void NeighborAlltoall<T>(ReadOnlySpan<T> send, Span<T> receive) where T : unmanaged
        {
            var (sources, destinations) = Neighbors(comm);
            var part = destinations > 0 ? send.Length / destinations : sources > 0 ? receive.Length / sources : 0;
            Call.CheckParts(nameof(send), send.Length, part, destinations);
            Call.CheckParts(nameof(receive), receive.Length, part, sources);
            fixed (T* from = send, to = receive)
            {
                comm.Run(new CollectiveCall
                {
                    Kind = CollectiveKind.NeighborAlltoall,
                    Send = Call.Of<T>(from, part),
                    Receive = Call.Of<T>(to, part),
                });
            }
        }

        /// <summary>Sends the same to every neighbour, and collects parts of different length.</summary>
        public void NeighborAllgatherv<T>(ReadOnlySpan<T> send, Span<T> receive, ReadOnlySpan<int> counts, ReadOnlySpan<int> displacements = default) where T : unmanaged
        {
            var (sources, _) = Neighbors(comm);
            var parts = VectorCollectives.PartsOf(sources, counts, displacements, receive.Length);
            fixed (T* from = send, to = receive)
            {
                comm.Run(new CollectiveCall
                {
                    Kind = CollectiveKind.NeighborAllgatherv,
                    Send = Call.Of<T>(from, send.Length),
                    Receive = Call.Of<T>(to, receive.Length),
                    ReceiveParts = parts,
                });
            }
        }

        /// <summary>Sends to each neighbour a part of its own length.</summary>
        public void NeighborAlltoallv<T>(
            ReadOnlySpan<T> send, ReadOnlySpan<int> sendCounts, Span<T> receive, ReadOnlySpan<int> receiveCounts,
            ReadOnlySpan<int> sendDisplacements = default, ReadOnlySpan<int> receiveDisplacements = default) where T : unmanaged
        {
            var (sources, destinations) = Neighbors(comm);
            var sent = VectorCollectives.PartsOf(destinations, sendCounts, sendDisplacements, send.Length);
            var received = VectorCollectives.PartsOf(sources, receiveCounts, receiveDisplacements, receive.Length);
            fixed (T* from = send, to = receive)
            {
                comm.Run(new CollectiveCall
                {
                    Kind = CollectiveKind.NeighborAlltoallv,
                    Send = Call.Of<T>(from, send.Length),
                    Receive = Call.Of<T>(to, receive.Length),
                    SendParts = sent,
                    ReceiveParts = received,
                });
            }
        }
    }

    static (int Sources, int Destinations) Neighbors(ICommunicator comm) => comm.Topology is { } topology
        ? (topology.Sources(comm.Rank).Count, topology.Destinations(comm.Rank).Count)
        : throw new MpiException(MpiErrorClass.Topology, "The ranks have no neighbours: arrange them by CreateCart or CreateGraph.");
}

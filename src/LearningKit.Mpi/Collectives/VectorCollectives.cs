namespace LearningKit.Mpi;

/// <summary>The collectives whose parts differ in length, the standard's v-forms.</summary>
/// <remarks>
/// A v-form takes the length of each part, and optionally where each begins; without that they lie side by side. Forms that return an array
/// find out the lengths by themselves, which costs one small collective more.
/// </remarks>
public static unsafe class VectorCollectives
{
    extension(ICommunicator comm)
    {
        /// <summary>Deals the root's buffer out in parts of different length.</summary>
        /// <param name="send">On the root, the parts.</param>
        /// <param name="counts">On the root, how many elements each rank gets.</param>
        /// <param name="receive">Where this rank's part goes.</param>
        /// <param name="root">Whose.</param>
        /// <param name="displacements">On the root, where each part begins; empty if they lie side by side.</param>
        public void Scatterv<T>(ReadOnlySpan<T> send, ReadOnlySpan<int> counts, Span<T> receive, int root = 0, ReadOnlySpan<int> displacements = default)
            where T : unmanaged
        {
            var isRoot = Call.IsRoot(comm, root);
            fixed (T* from = send, to = receive)
            {
                comm.Run(new CollectiveCall
                {
                    Kind = CollectiveKind.Scatterv,
                    Root = root,
                    Send = isRoot ? Call.Of<T>(from, send.Length) : MessageBuffer.None,
                    Receive = Call.Of<T>(to, receive.Length),
                    SendParts = isRoot ? PartsOf(comm, counts, displacements, send.Length) : default,
                });
            }
        }

        /// <summary>Deals the root's buffer out in parts of different length, and returns this rank's.</summary>
        /// <param name="send">On the root, the parts, side by side.</param>
        /// <param name="counts">On the root, how many elements each rank gets.</param>
        /// <param name="root">Whose.</param>
        public T[] Scatterv<T>(ReadOnlySpan<T> send, ReadOnlySpan<int> counts, int root = 0) where T : unmanaged
        {
            var part = new T[comm.Scatter(counts, root)];
            comm.Scatterv(send, counts, part.AsSpan(), root);
            return part;
        }

        /// <summary>Collects parts of different length on the root.</summary>
        /// <param name="send">This rank's part.</param>
        /// <param name="receive">On the root, where the parts go.</param>
        /// <param name="counts">On the root, how many elements each rank sends.</param>
        /// <param name="root">Where.</param>
        /// <param name="displacements">On the root, where each part goes; empty for side by side.</param>
        public void Gatherv<T>(ReadOnlySpan<T> send, Span<T> receive, ReadOnlySpan<int> counts, int root = 0, ReadOnlySpan<int> displacements = default)
            where T : unmanaged
        {
            var isRoot = Call.IsRoot(comm, root);
            fixed (T* from = send, to = receive)
            {
                comm.Run(new CollectiveCall
                {
                    Kind = CollectiveKind.Gatherv,
                    Root = root,
                    Send = Call.Of<T>(from, send.Length),
                    Receive = isRoot ? Call.Of<T>(to, receive.Length) : MessageBuffer.None,
                    ReceiveParts = isRoot ? PartsOf(comm, counts, displacements, receive.Length) : default,
                });
            }
        }

        /// <summary>Collects parts of different length, and returns them on the root, side by side; an empty array on the others.</summary>
        public T[] Gatherv<T>(ReadOnlySpan<T> send, int root = 0) where T : unmanaged
        {
            var counts = comm.Gather(send.Length, root);
            var parts = new T[counts.Sum()];
            comm.Gatherv(send, parts.AsSpan(), counts, root);
            return parts;
        }

        /// <summary>Collects parts of different length on every rank.</summary>
        public void Allgatherv<T>(ReadOnlySpan<T> send, Span<T> receive, ReadOnlySpan<int> counts, ReadOnlySpan<int> displacements = default) where T : unmanaged
        {
            fixed (T* from = send, to = receive)
            {
                comm.Run(new CollectiveCall
                {
                    Kind = CollectiveKind.Allgatherv,
                    Send = Call.Of<T>(from, send.Length),
                    Receive = Call.Of<T>(to, receive.Length),
                    ReceiveParts = PartsOf(comm, counts, displacements, receive.Length),
                });
            }
        }

        /// <summary>Collects parts of different length, and returns them on every rank, side by side.</summary>
        public T[] Allgatherv<T>(ReadOnlySpan<T> send) where T : unmanaged
        {
            var counts = comm.Allgather(send.Length);
            var parts = new T[counts.Sum()];
            comm.Allgatherv(send, parts.AsSpan(), counts);
            return parts;
        }

        /// <summary>From each rank to each, parts of different length.</summary>
        /// <param name="send">What this rank sends.</param>
        /// <param name="sendCounts">How many elements to each.</param>
        /// <param name="receive">Where it receives.</param>
        /// <param name="receiveCounts">How many from each.</param>
        /// <param name="sendDisplacements">Where each part begins; empty for side by side.</param>
        /// <param name="receiveDisplacements">Where each part goes; empty for side by side.</param>
        public void Alltoallv<T>(
            ReadOnlySpan<T> send, ReadOnlySpan<int> sendCounts, Span<T> receive, ReadOnlySpan<int> receiveCounts,
            ReadOnlySpan<int> sendDisplacements = default, ReadOnlySpan<int> receiveDisplacements = default) where T : unmanaged
        {
            fixed (T* from = send, to = receive)
            {
                comm.Run(new CollectiveCall
                {
                    Kind = CollectiveKind.Alltoallv,
                    Send = Call.Of<T>(from, send.Length),
                    Receive = Call.Of<T>(to, receive.Length),
                    SendParts = PartsOf(comm, sendCounts, sendDisplacements, send.Length),
                    ReceiveParts = PartsOf(comm, receiveCounts, receiveDisplacements, receive.Length),
                });
            }
        }

        /// <summary>From each rank to each, parts of different length; returns what this rank gets, in the order of the ranks.</summary>
        /// <param name="send">What this rank sends, side by side.</param>
        /// <param name="counts">How many elements to each.</param>
        public T[] Alltoallv<T>(ReadOnlySpan<T> send, ReadOnlySpan<int> counts) where T : unmanaged
        {
            var receiveCounts = comm.Alltoall(counts);
            var received = new T[receiveCounts.Sum()];
            comm.Alltoallv(send, counts, received.AsSpan(), receiveCounts);
            return received;
        }

        /// <summary>Combines, then deals the result out in parts of different length.</summary>
        /// <param name="send">What this rank gives: as many elements as all parts together.</param>
        /// <param name="receive">Where its part of the result goes.</param>
        /// <param name="counts">How long each part is.</param>
        /// <param name="op">How to combine.</param>
        public void ReduceScatter<T>(ReadOnlySpan<T> send, Span<T> receive, ReadOnlySpan<int> counts, Op op) where T : unmanaged
        {
            Call.CheckOp(op, Datatype.Of<T>());
            var parts = PartsOf(comm, counts, default, send.Length);
            if (counts[comm.Rank] != receive.Length)
                throw new ArgumentException($"This rank's part has {counts[comm.Rank]} elements, the place to receive {receive.Length}.", nameof(receive));
            fixed (T* from = send, to = receive)
            {
                comm.Run(new CollectiveCall
                {
                    Kind = CollectiveKind.ReduceScatter,
                    Op = op,
                    Send = Call.Of<T>(from, send.Length),
                    Receive = Call.Of<T>(to, receive.Length),
                    ReceiveParts = parts,
                });
            }
        }
    }

    /// <summary>Checks parts, and lays them side by side if nobody says where they begin.</summary>
    internal static Parts PartsOf(ICommunicator comm, ReadOnlySpan<int> counts, ReadOnlySpan<int> displacements, int length) =>
        PartsOf(Call.Peers(comm), counts, displacements, length);

    internal static Parts PartsOf(int peers, ReadOnlySpan<int> counts, ReadOnlySpan<int> displacements, int length)
    {
        if (counts.Length != peers) throw new ArgumentException($"There must be a count for each of {peers} ranks; there are {counts.Length}.", nameof(counts));
        if (displacements.IsEmpty)
        {
            var places = new int[counts.Length];
            for (var i = 1; i < places.Length; i++) places[i] = checked(places[i - 1] + counts[i - 1]);
            displacements = places;
        }
        if (displacements.Length != peers)
            throw new ArgumentException($"There must be a displacement for each of {peers} ranks; there are {displacements.Length}.", nameof(displacements));
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] < 0 || displacements[i] < 0 || displacements[i] + (long)counts[i] > length)
                throw new ArgumentException($"Part {i} begins at {displacements[i]} and has {counts[i]} elements; the buffer has {length}.", nameof(counts));
        }
        return new(counts, displacements);
    }
}

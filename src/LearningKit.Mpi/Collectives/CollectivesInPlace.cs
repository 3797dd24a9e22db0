namespace LearningKit.Mpi;

/// <summary>The collectives with one buffer that is both sent and received (the standard's MPI_IN_PLACE): half the memory.</summary>
public static unsafe class CollectivesInPlace
{
    extension(ICommunicator comm)
    {
        /// <summary>Combines the ranks' buffers, on every rank, into those same buffers.</summary>
        public void Allreduce<T>(Span<T> buffer, Op op) where T : unmanaged
        {
            Call.CheckOp(op, Datatype.Of<T>());
            Run(comm, CollectiveKind.Allreduce, buffer, buffer.Length, op);
        }

        /// <summary>Combines the ranks' arrays, on every rank, into those same arrays.</summary>
        public void Allreduce<T>(T[] buffer, Op op) where T : unmanaged => Allreduce(comm, buffer.AsSpan(), op);

        /// <summary>Combines the ranks' buffers into the root's; the others' stay as they are.</summary>
        public void ReduceInPlace<T>(Span<T> buffer, Op op, int root = 0) where T : unmanaged
        {
            Call.CheckOp(op, Datatype.Of<T>());
            fixed (T* address = buffer)
            {
                var data = Call.Of<T>(address, buffer.Length);
                comm.Run(comm.Rank == root
                    ? new CollectiveCall { Kind = CollectiveKind.Reduce, Op = op, Root = root, Send = MessageBuffer.None, Receive = data, InPlace = true }
                    : new CollectiveCall { Kind = CollectiveKind.Reduce, Op = op, Root = root, Send = data, Receive = MessageBuffer.None });
            }
        }

        /// <summary>Running totals, into the buffers themselves.</summary>
        public void ScanInPlace<T>(Span<T> buffer, Op op) where T : unmanaged
        {
            Call.CheckOp(op, Datatype.Of<T>());
            Run(comm, CollectiveKind.Scan, buffer, buffer.Length, op);
        }

        /// <summary>Running totals without this rank, into the buffers themselves; rank 0's stays as it is.</summary>
        public void ExscanInPlace<T>(Span<T> buffer, Op op) where T : unmanaged
        {
            Call.CheckOp(op, Datatype.Of<T>());
            Run(comm, CollectiveKind.Exscan, buffer, buffer.Length, op);
        }

        /// <summary>Completes a buffer of all parts on every rank, of which each rank has filled in its own.</summary>
        public void AllgatherInPlace<T>(Span<T> buffer) where T : unmanaged => Run(comm, CollectiveKind.Allgather, buffer, PartOf(comm, buffer.Length), null);

        /// <summary>From each rank to each, out of and into the same buffer.</summary>
        public void AlltoallInPlace<T>(Span<T> buffer) where T : unmanaged => Run(comm, CollectiveKind.Alltoall, buffer, PartOf(comm, buffer.Length), null);

        /// <summary>Completes the root's buffer of all parts, of which it has filled in its own; the others give their part.</summary>
        /// <param name="buffer">On the root all parts, on the others their own.</param>
        /// <param name="root">Where.</param>
        public void GatherInPlace<T>(Span<T> buffer, int root = 0) where T : unmanaged
        {
            fixed (T* address = buffer)
            {
                var data = Call.Of<T>(address, buffer.Length);
                comm.Run(comm.Rank == root
                    ? new CollectiveCall { Kind = CollectiveKind.Gather, Root = root, Send = MessageBuffer.None, Receive = data with { Count = PartOf(comm, data.Count) }, InPlace = true }
                    : new CollectiveCall { Kind = CollectiveKind.Gather, Root = root, Send = data, Receive = MessageBuffer.None });
            }
        }

        /// <summary>Deals the root's buffer out; the root's own part stays where it is.</summary>
        /// <param name="buffer">On the root all parts, on the others the place for theirs.</param>
        /// <param name="root">Whose.</param>
        public void ScatterInPlace<T>(Span<T> buffer, int root = 0) where T : unmanaged
        {
            fixed (T* address = buffer)
            {
                var data = Call.Of<T>(address, buffer.Length);
                comm.Run(comm.Rank == root
                    ? new CollectiveCall { Kind = CollectiveKind.Scatter, Root = root, Send = data with { Count = PartOf(comm, data.Count) }, Receive = MessageBuffer.None, InPlace = true }
                    : new CollectiveCall { Kind = CollectiveKind.Scatter, Root = root, Send = MessageBuffer.None, Receive = data });
            }
        }
    }

    static void Run<T>(ICommunicator comm, CollectiveKind kind, Span<T> buffer, int count, Op? op) where T : unmanaged
    {
        fixed (T* address = buffer)
            comm.Run(new CollectiveCall { Kind = kind, Op = op, Send = MessageBuffer.None, Receive = Call.Of<T>(address, count), InPlace = true });
    }

    static int PartOf(ICommunicator comm, int whole)
    {
        Call.CheckParts("buffer", whole, whole / comm.Size, comm.Size);
        return whole / comm.Size;
    }
}

namespace LearningKit.Mpi;

/// <summary>
/// What all ranks of a communicator do together, with buffers (MPI 4.1, 6). Every rank has to make the call, in the same order as the others.
/// </summary>
/// <remarks>
/// Single values: <see cref="CollectivesOfValues"/>; parts of different length: <see cref="VectorCollectives"/>; one buffer for both directions:
/// <see cref="CollectivesInPlace"/>. <b>Misuse</b>: a collective inside <c>if (comm.Rank == 0)</c>; the others never come.
/// </remarks>
public static unsafe class Collectives
{
    extension(ICommunicator comm)
    {
        /// <summary>Waits until all ranks have come here.</summary>
        public void Barrier() => comm.Run(new CollectiveCall { Kind = CollectiveKind.Barrier, Send = MessageBuffer.None, Receive = MessageBuffer.None });

        /// <summary>Copies the root's buffer to all ranks.</summary>
        /// <param name="buffer">On the root, what to send; on the others, where to receive, of the same length.</param>
        /// <param name="root">Whose.</param>
        public void Bcast<T>(Span<T> buffer, int root = 0) where T : unmanaged
        {
            fixed (T* address = buffer) comm.Run(Call.Bcast(Call.Of<T>(address, buffer.Length), root));
        }

        /// <summary>Copies the root's array to all ranks.</summary>
        public void Bcast<T>(T[] buffer, int root = 0) where T : unmanaged => Bcast(comm, buffer.AsSpan(), root);

        /// <summary>Deals the root's buffer out: the first part to rank 0, the next to rank 1, ….</summary>
        /// <param name="send">On the root, the parts, side by side, of the same length; not used on the others.</param>
        /// <param name="receive">Where this rank's part goes.</param>
        /// <param name="root">Whose.</param>
        /// <exception cref="ArgumentException">On the root: what is sent is not as long as all parts.</exception>
        public void Scatter<T>(ReadOnlySpan<T> send, Span<T> receive, int root = 0) where T : unmanaged
        {
            fixed (T* from = send, to = receive)
                comm.Run(Call.Scatter(comm, Call.Of<T>(from, send.Length), Call.Of<T>(to, receive.Length), root));
        }

        /// <summary>Collects the ranks' buffers on the root, side by side.</summary>
        /// <param name="send">This rank's part, of the same length on all.</param>
        /// <param name="receive">On the root, where the parts go; not used on the others.</param>
        /// <param name="root">Where.</param>
        /// <exception cref="ArgumentException">On the root: the place to receive is not as long as all parts.</exception>
        public void Gather<T>(ReadOnlySpan<T> send, Span<T> receive, int root = 0) where T : unmanaged
        {
            fixed (T* from = send, to = receive)
                comm.Run(Call.Gather(comm, Call.Of<T>(from, send.Length), Call.Of<T>(to, receive.Length), root));
        }

        /// <summary>Collects the ranks' buffers on every rank, side by side.</summary>
        public void Allgather<T>(ReadOnlySpan<T> send, Span<T> receive) where T : unmanaged
        {
            fixed (T* from = send, to = receive)
                comm.Run(Call.Allgather(comm, Call.Of<T>(from, send.Length), Call.Of<T>(to, receive.Length)));
        }

        /// <summary>From each rank to each: part j of rank i becomes part i of rank j.</summary>
        public void Alltoall<T>(ReadOnlySpan<T> send, Span<T> receive) where T : unmanaged
        {
            fixed (T* from = send, to = receive)
                comm.Run(Call.Alltoall(comm, Call.Of<T>(from, send.Length), Call.Of<T>(to, receive.Length)));
        }

        /// <summary>Combines the ranks' buffers element by element, on the root.</summary>
        /// <param name="send">What this rank gives, of the same length on all.</param>
        /// <param name="receive">On the root, where the result goes; not used on the others.</param>
        /// <param name="op">How.</param>
        /// <param name="root">Where.</param>
        /// <exception cref="MpiException">The operation does not work on the type (class Op).</exception>
        public void Reduce<T>(ReadOnlySpan<T> send, Span<T> receive, Op op, int root = 0) where T : unmanaged
        {
            fixed (T* from = send, to = receive)
                comm.Run(Call.Reduce(comm, Call.Of<T>(from, send.Length), Call.Of<T>(to, receive.Length), op, root));
        }

        /// <summary>Combines the ranks' buffers element by element, on every rank.</summary>
        public void Allreduce<T>(ReadOnlySpan<T> send, Span<T> receive, Op op) where T : unmanaged
        {
            fixed (T* from = send, to = receive)
                comm.Run(Call.Same(CollectiveKind.Allreduce, Call.Of<T>(from, send.Length), Call.Of<T>(to, receive.Length), op));
        }

        /// <summary>Combines, then deals the result out in equal parts: rank i gets part i.</summary>
        /// <param name="send">What this rank gives: as many parts as there are ranks.</param>
        /// <param name="receive">Where its part of the result goes.</param>
        /// <param name="op">How.</param>
        public void ReduceScatter<T>(ReadOnlySpan<T> send, Span<T> receive, Op op) where T : unmanaged
        {
            fixed (T* from = send, to = receive)
                comm.Run(Call.ReduceScatterBlock(comm, Call.Of<T>(from, send.Length), Call.Of<T>(to, receive.Length), op));
        }

        /// <summary>Combines what ranks 0 to this one give: a running total.</summary>
        public void Scan<T>(ReadOnlySpan<T> send, Span<T> receive, Op op) where T : unmanaged
        {
            fixed (T* from = send, to = receive)
                comm.Run(Call.Same(CollectiveKind.Scan, Call.Of<T>(from, send.Length), Call.Of<T>(to, receive.Length), op));
        }

        /// <summary>Combines what ranks 0 to the one before give: where this rank's part begins. On rank 0 the buffer stays as it is.</summary>
        public void Exscan<T>(ReadOnlySpan<T> send, Span<T> receive, Op op) where T : unmanaged
        {
            fixed (T* from = send, to = receive)
                comm.Run(Call.Same(CollectiveKind.Exscan, Call.Of<T>(from, send.Length), Call.Of<T>(to, receive.Length), op));
        }
    }
}

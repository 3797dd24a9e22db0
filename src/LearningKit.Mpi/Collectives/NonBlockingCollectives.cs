namespace LearningKit.Mpi;

/// <summary>Collectives that run while the rank goes on (MPI 4.1, 6.12). All ranks start them in the same order; each waits for its request.</summary>
public static class NonBlockingCollectives
{
    extension(ICommunicator comm)
    {
        /// <summary>Starts a barrier: complete when all ranks have started it.</summary>
        public Request IBarrier() =>
            comm.Start(new CollectiveCall { Kind = CollectiveKind.Barrier, Send = MessageBuffer.None, Receive = MessageBuffer.None });

        /// <summary>Starts a broadcast.</summary>
        public Request IBcast<T>(Memory<T> buffer, int root = 0) where T : unmanaged =>
            Pinned.Start((ReadOnlyMemory<T>)buffer, (comm, root), static (data, to) => to.comm.Start(Call.Bcast(data, to.root)));

        /// <summary>Starts to deal out.</summary>
        public Request IScatter<T>(ReadOnlyMemory<T> send, Memory<T> receive, int root = 0) where T : unmanaged =>
            Pinned.Start(send, receive, (comm, root), static (from, to, at) => at.comm.Start(Call.Scatter(at.comm, from, to, at.root)));

        /// <summary>Starts to collect.</summary>
        public Request IGather<T>(ReadOnlyMemory<T> send, Memory<T> receive, int root = 0) where T : unmanaged =>
            Pinned.Start(send, receive, (comm, root), static (from, to, at) => at.comm.Start(Call.Gather(at.comm, from, to, at.root)));

        /// <summary>Starts to collect on every rank.</summary>
        public Request IAllgather<T>(ReadOnlyMemory<T> send, Memory<T> receive) where T : unmanaged =>
            Pinned.Start(send, receive, comm, static (from, to, comm) => comm.Start(Call.Allgather(comm, from, to)));

        /// <summary>Starts an exchange of each with each.</summary>
        public Request IAlltoall<T>(ReadOnlyMemory<T> send, Memory<T> receive) where T : unmanaged =>
            Pinned.Start(send, receive, comm, static (from, to, comm) => comm.Start(Call.Alltoall(comm, from, to)));

        /// <summary>Starts to combine on the root.</summary>
        public Request IReduce<T>(ReadOnlyMemory<T> send, Memory<T> receive, Op op, int root = 0) where T : unmanaged =>
            Pinned.Start(send, receive, (comm, op, root), static (from, to, at) => at.comm.Start(Call.Reduce(at.comm, from, to, at.op, at.root)));

        /// <summary>Starts to combine on every rank.</summary>
        public Request IAllreduce<T>(ReadOnlyMemory<T> send, Memory<T> receive, Op op) where T : unmanaged =>
            StartSame(comm, CollectiveKind.Allreduce, send, receive, op);

        /// <summary>Starts a running total.</summary>
        public Request IScan<T>(ReadOnlyMemory<T> send, Memory<T> receive, Op op) where T : unmanaged =>
            StartSame(comm, CollectiveKind.Scan, send, receive, op);

        /// <summary>Starts a running total without this rank.</summary>
        public Request IExscan<T>(ReadOnlyMemory<T> send, Memory<T> receive, Op op) where T : unmanaged =>
            StartSame(comm, CollectiveKind.Exscan, send, receive, op);
    }

    static Request StartSame<T>(ICommunicator comm, CollectiveKind kind, ReadOnlyMemory<T> send, Memory<T> receive, Op op) where T : unmanaged =>
        Pinned.Start(send, receive, (comm, kind, op), static (from, to, at) => at.comm.Start(Call.Same(at.kind, from, to, at.op)));
}

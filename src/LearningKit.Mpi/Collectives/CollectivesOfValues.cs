namespace LearningKit.Mpi;

/// <summary>The collectives for one value a rank: the results are returned.</summary>
/// <example><code>var mean = comm.Allreduce(sum, Op.Sum) / comm.Allreduce(count, Op.Sum);</code></example>
public static class CollectivesOfValues
{
    extension(ICommunicator comm)
    {
        /// <summary>Returns the root's value on all ranks.</summary>
        /// <param name="value">On the root, the value; not used on the others.</param>
        /// <param name="root">Whose.</param>
        public T Bcast<T>(T value, int root = 0) where T : unmanaged
        {
            comm.Bcast(new Span<T>(ref value), root);
            return value;
        }

        /// <summary>Returns to each rank its own of the root's values.</summary>
        /// <param name="values">On the root, one for each rank; not used on the others.</param>
        /// <param name="root">Whose.</param>
        public T Scatter<T>(ReadOnlySpan<T> values, int root = 0) where T : unmanaged
        {
            T value = default;
            comm.Scatter(values, new Span<T>(ref value), root);
            return value;
        }

        /// <summary>Returns the ranks' values on the root, an empty array on the others.</summary>
        public T[] Gather<T>(T value, int root = 0) where T : unmanaged
        {
            var values = comm.Rank == root ? new T[comm.Size] : [];
            comm.Gather(new ReadOnlySpan<T>(ref value), values.AsSpan(), root);
            return values;
        }

        /// <summary>Returns the ranks' values on every rank.</summary>
        public T[] Allgather<T>(T value) where T : unmanaged
        {
            var values = new T[Call.Peers(comm)];
            comm.Allgather(new ReadOnlySpan<T>(ref value), values.AsSpan());
            return values;
        }

        /// <summary>Returns what the ranks have for this one.</summary>
        /// <param name="values">What this rank has for each.</param>
        public T[] Alltoall<T>(ReadOnlySpan<T> values) where T : unmanaged
        {
            var received = new T[Call.Peers(comm)];
            comm.Alltoall(values, received.AsSpan());
            return received;
        }

        /// <summary>Returns the combined values on the root, the default value on the others.</summary>
        public T Reduce<T>(T value, Op op, int root = 0) where T : unmanaged
        {
            T result = default;
            comm.Reduce(new ReadOnlySpan<T>(ref value), new Span<T>(ref result), op, root);
            return result;
        }

        /// <summary>Returns the combined values on every rank.</summary>
        public T Allreduce<T>(T value, Op op) where T : unmanaged
        {
            T result = default;
            comm.Allreduce(new ReadOnlySpan<T>(ref value), new Span<T>(ref result), op);
            return result;
        }

        /// <summary>Returns the combined values of ranks 0 to this one.</summary>
        public T Scan<T>(T value, Op op) where T : unmanaged
        {
            T result = default;
            comm.Scan(new ReadOnlySpan<T>(ref value), new Span<T>(ref result), op);
            return result;
        }

        /// <summary>Returns the combined values of the ranks before this one.</summary>
        /// <param name="value">This rank's.</param>
        /// <param name="op">How to combine.</param>
        /// <param name="first">What rank 0 returns, which has none before it: the operation's neutral element.</param>
        public T Exscan<T>(T value, Op op, T first = default) where T : unmanaged
        {
            comm.Exscan(new ReadOnlySpan<T>(ref value), new Span<T>(ref first), op);
            return first;
        }
    }
}

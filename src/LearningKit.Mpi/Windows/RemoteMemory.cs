namespace LearningKit.Mpi;

/// <summary>Memory of each rank that the others can read and change, without a call on its side (MPI 4.1, 12).</summary>
public static class RemoteMemory
{
    extension(ICommunicator comm)
    {
        /// <summary>Makes a window: every rank gives memory for so many elements, which are 0 at first.</summary>
        /// <param name="length">How many elements this rank gives; may differ, and be 0.</param>
        /// <example>
        /// <code>
        /// using var tickets = comm.CreateWindow&lt;long&gt;(comm.Rank == 0 ? 1 : 0);
        /// tickets.Lock(LockType.Shared, target: 0);
        /// var next = tickets.FetchAndOp(1, target: 0, offset: 0, Op.Sum);     // each gets a number of its own
        /// tickets.Unlock(target: 0);
        /// </code>
        /// </example>
        /// <exception cref="MpiException">The transport has no windows.</exception>
        public Window<T> CreateWindow<T>(int length) where T : unmanaged => new(comm, length, shared: false);

        /// <summary>Makes a window whose memory all ranks see as their own: arrays of one machine without messages.</summary>
        /// <param name="length">How many elements this rank gives. Often all is given by rank 0.</param>
        /// <exception cref="MpiException">The ranks are not all on one machine: take those that are by SplitType.</exception>
        public Window<T> CreateSharedWindow<T>(int length) where T : unmanaged => new(comm, length, shared: true);
    }
}

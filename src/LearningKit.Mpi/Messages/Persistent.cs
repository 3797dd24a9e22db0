using static LearningKit.Mpi.MpiConstants;

namespace LearningKit.Mpi;

/// <summary>Messages that are prepared once and sent many times (MPI 4.1, 3.9).</summary>
public static class Persistent
{
    extension(ICommunicator comm)
    {
        /// <summary>Prepares a send of a buffer: each start sends what it holds then.</summary>
        public PersistentRequest SendInit<T>(ReadOnlyMemory<T> buffer, int dest, int tag = 0) where T : unmanaged =>
            Pinned.Start(buffer, (comm, dest, tag), static (data, to) => to.comm.PrepareSend(data, to.dest, to.tag, SendMode.Standard));

        /// <summary>Prepares a send of an array.</summary>
        public PersistentRequest SendInit<T>(T[] buffer, int dest, int tag = 0) where T : unmanaged =>
            SendInit(comm, new ReadOnlyMemory<T>(buffer), dest, tag);

        /// <summary>Prepares a receive into a buffer.</summary>
        public PersistentRequest RecvInit<T>(Memory<T> buffer, int source = AnySource, int tag = AnyTag) where T : unmanaged =>
            Pinned.Start((ReadOnlyMemory<T>)buffer, (comm, source, tag), static (data, to) => to.comm.PrepareReceive(data, to.source, to.tag));

        /// <summary>Prepares a receive into an array.</summary>
        public PersistentRequest RecvInit<T>(T[] buffer, int source = AnySource, int tag = AnyTag) where T : unmanaged =>
            RecvInit(comm, buffer.AsMemory(), source, tag);
    }
}

using static LearningKit.Mpi.MpiConstants;

namespace LearningKit.Mpi;

/// <summary>Messages that travel while the rank goes on (MPI 4.1, 3.7). Each call returns a request to be waited for.</summary>
/// <remarks>
/// Buffers are given as <see cref="Memory{T}"/> (an array will do): a span may lie on the stack, which is gone before the message is. They
/// are pinned until the request is complete, for the garbage collector moves arrays, and a library would write to where they were.
/// <b>Misuse</b>: touching the buffer before the request is complete.
/// </remarks>
public static unsafe class NonBlocking
{
    extension(ICommunicator comm)
    {
        /// <summary>Starts to send.</summary>
        public Request ISend<T>(ReadOnlyMemory<T> buffer, int dest, int tag = 0) where T : unmanaged =>
            StartSend(comm, buffer, dest, tag, SendMode.Standard);

        /// <summary>Starts to send.</summary>
        public Request ISend<T>(T[] buffer, int dest, int tag = 0) where T : unmanaged =>
            StartSend<T>(comm, buffer, dest, tag, SendMode.Standard);

        /// <summary>Starts to send; complete when the receiver has begun to receive.</summary>
        public Request ISsend<T>(ReadOnlyMemory<T> buffer, int dest, int tag = 0) where T : unmanaged =>
            StartSend(comm, buffer, dest, tag, SendMode.Synchronous);

        /// <summary>Starts to send; complete when the receiver has begun to receive.</summary>
        public Request ISsend<T>(T[] buffer, int dest, int tag = 0) where T : unmanaged =>
            StartSend<T>(comm, buffer, dest, tag, SendMode.Synchronous);

        /// <summary>Starts to receive.</summary>
        public Request IRecv<T>(Memory<T> buffer, int source = AnySource, int tag = AnyTag) where T : unmanaged =>
            Pinned.Start((ReadOnlyMemory<T>)buffer, (comm, source, tag), static (data, to) => to.comm.StartReceive(data, to.source, to.tag));

        /// <summary>Starts to receive.</summary>
        public Request IRecv<T>(T[] buffer, int source = AnySource, int tag = AnyTag) where T : unmanaged =>
            IRecv(comm, buffer.AsMemory(), source, tag);
    }

    static Request StartSend<T>(ICommunicator comm, ReadOnlyMemory<T> buffer, int dest, int tag, SendMode mode) where T : unmanaged =>
        Pinned.Start(buffer, (comm, dest, tag, mode), static (data, to) => to.comm.StartSend(data, to.dest, to.tag, to.mode));
}

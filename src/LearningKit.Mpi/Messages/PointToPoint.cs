using static LearningKit.Mpi.MpiConstants;

namespace LearningKit.Mpi;

/// <summary>Messages from one rank to another; each call returns when its buffer may be used again (MPI 4.1, 3).</summary>
/// <remarks>
/// Buffers are arrays or spans of any unmanaged type, structs included, or single values. What needs the serialiser stands in
/// <see cref="Objects"/>.
/// </remarks>
public static unsafe class PointToPoint
{
    extension(ICommunicator comm)
    {
        /// <summary>Sends elements. Small messages are copied and the call returns; large ones wait for the receiver.</summary>
        /// <param name="buffer">What to send.</param>
        /// <param name="dest">The rank to send to, or <see cref="ProcNull"/>.</param>
        /// <param name="tag">A number that the receiver can select by, 0 to <see cref="MaxTag"/>.</param>
        /// <remarks>
        /// <b>Misuse</b>: two ranks that first send to each other and then receive. It works for small messages and hangs for large
        /// ones; <see cref="Sendrecv{T}(ICommunicator, ReadOnlySpan{T}, int, Span{T}, int, int, int)"/> is right for all.
        /// </remarks>
        /// <exception cref="MpiException">There is no such rank, or no such tag.</exception>
        public void Send<T>(ReadOnlySpan<T> buffer, int dest, int tag = 0) where T : unmanaged =>
            SendAs(comm, buffer, dest, tag, SendMode.Standard);

        /// <summary>Sends one value.</summary>
        public void Send<T>(T value, int dest, int tag = 0) where T : unmanaged =>
            comm.Send(new MessageBuffer((nint)(&value), 1, Datatype.Of<T>()), dest, tag, SendMode.Standard);

        /// <summary>Sends elements that lie as a datatype says, for example the column of a matrix.</summary>
        /// <param name="buffer">Where the first of them begins.</param>
        /// <param name="type">How they lie.</param>
        /// <param name="dest">The rank to send to.</param>
        /// <param name="tag">Its tag.</param>
        /// <param name="count">How many of the type, one after the other.</param>
        /// <exception cref="ArgumentException">The type reaches beyond the buffer.</exception>
        public void Send<T>(ReadOnlySpan<T> buffer, Datatype type, int dest, int tag = 0, int count = 1) where T : unmanaged
        {
            type.CheckFits(buffer.Length * (long)sizeof(T), count);
            fixed (T* address = buffer) comm.Send(new MessageBuffer((nint)address, count, type), dest, tag, SendMode.Standard);
        }

        /// <summary>Sends, and returns only when the receiver has begun to receive: shows a deadlock whatever the message's size.</summary>
        public void Ssend<T>(ReadOnlySpan<T> buffer, int dest, int tag = 0) where T : unmanaged =>
            SendAs(comm, buffer, dest, tag, SendMode.Synchronous);

        /// <summary>Sends a copy, and returns at once, whatever the message's size. No buffer needs to be attached.</summary>
        public void Bsend<T>(ReadOnlySpan<T> buffer, int dest, int tag = 0) where T : unmanaged =>
            SendAs(comm, buffer, dest, tag, SendMode.Buffered);

        /// <summary>Sends to a receiver that has posted its receive already, as the caller must know.</summary>
        public void Rsend<T>(ReadOnlySpan<T> buffer, int dest, int tag = 0) where T : unmanaged =>
            SendAs(comm, buffer, dest, tag, SendMode.Ready);

        /// <summary>Receives elements; the message may be shorter than the buffer.</summary>
        /// <param name="buffer">Where they go.</param>
        /// <param name="source">The rank to receive from, or <see cref="AnySource"/>.</param>
        /// <param name="tag">The tag to receive, or <see cref="AnyTag"/>.</param>
        /// <returns>Who sent it, with which tag, and how much.</returns>
        /// <exception cref="MpiException">The message is longer than the buffer (class Truncate).</exception>
        public Status Recv<T>(Span<T> buffer, int source = AnySource, int tag = AnyTag) where T : unmanaged
        {
            fixed (T* address = buffer) return comm.Receive(new((nint)address, buffer.Length, Datatype.Of<T>()), source, tag);
        }

        /// <summary>Receives one value.</summary>
        /// <exception cref="MpiException">The message holds more or less than one value.</exception>
        public T Recv<T>(int source = AnySource, int tag = AnyTag) where T : unmanaged
        {
            T value;
            var status = comm.Receive(new((nint)(&value), 1, Datatype.Of<T>()), source, tag);
            if (status.Bytes == sizeof(T)) return value;
            if (status.Source == ProcNull) return default;
            throw new MpiException(MpiErrorClass.Count, $"Rank {status.Source} sent {status.Bytes} bytes, and one {typeof(T).Name} was to be received, of {sizeof(T)}.");
        }

        /// <summary>Receives elements to where a datatype says.</summary>
        /// <exception cref="ArgumentException">The type reaches beyond the buffer.</exception>
        public Status Recv<T>(Span<T> buffer, Datatype type, int source = AnySource, int tag = AnyTag, int count = 1) where T : unmanaged
        {
            type.CheckFits(buffer.Length * (long)sizeof(T), count);
            fixed (T* address = buffer) return comm.Receive(new((nint)address, count, type), source, tag);
        }

        /// <summary>Receives a message of unknown length into an array that fits.</summary>
        /// <param name="source">The rank to receive from, or any.</param>
        /// <param name="tag">The tag to receive, or any.</param>
        /// <param name="status">Who sent it, with which tag.</param>
        public T[] RecvArray<T>(int source, int tag, out Status status) where T : unmanaged
        {
            var message = comm.Match(source, tag, wait: true)!;
            var elements = GC.AllocateUninitializedArray<T>(message.Status.Count<T>());
            status = message.Recv<T>(elements);
            return elements;
        }

        /// <summary>Receives a message of unknown length into an array that fits.</summary>
        public T[] RecvArray<T>(int source = AnySource, int tag = AnyTag) where T : unmanaged => comm.RecvArray<T>(source, tag, out _);

        /// <summary>Sends and receives at the same time: in a ring of these nobody waits for ever.</summary>
        /// <param name="send">What to send.</param>
        /// <param name="dest">To whom.</param>
        /// <param name="receive">Where to receive; must not overlap what is sent.</param>
        /// <param name="source">From whom.</param>
        /// <param name="sendTag">The tag of what is sent.</param>
        /// <param name="receiveTag">The tag to receive.</param>
        public Status Sendrecv<T>(ReadOnlySpan<T> send, int dest, Span<T> receive, int source = AnySource, int sendTag = 0, int receiveTag = AnyTag)
            where T : unmanaged
        {
            fixed (T* from = send, to = receive)
            {
                return comm.SendReceive(
                    new((nint)from, send.Length, Datatype.Of<T>()), dest, sendTag,
                    new((nint)to, receive.Length, Datatype.Of<T>()), source, receiveTag);
            }
        }

        /// <summary>Sends one value and receives another.</summary>
        public T Sendrecv<T>(T value, int dest, int source = AnySource, int sendTag = 0, int receiveTag = AnyTag) where T : unmanaged
        {
            T received = default;
            comm.SendReceive(
                new((nint)(&value), 1, Datatype.Of<T>()), dest, sendTag, new((nint)(&received), 1, Datatype.Of<T>()), source, receiveTag);
            return received;
        }

        /// <summary>Waits for a message and leaves it where it is: its sender, tag and length are known before it is received.</summary>
        /// <remarks><b>Misuse</b>: when several threads receive, another one may take the message: use <see cref="Mprobe"/>.</remarks>
        public Status Probe(int source = AnySource, int tag = AnyTag) => comm.Probe(source, tag, wait: true)!.Value;

        /// <summary>Asks whether there is a message.</summary>
        public bool IProbe(out Status status, int source = AnySource, int tag = AnyTag)
        {
            var found = comm.Probe(source, tag, wait: false);
            status = found.GetValueOrDefault();
            return found is not null;
        }

        /// <summary>Waits for a message and takes it out of the queue, to be received by the caller alone.</summary>
        public Message Mprobe(int source = AnySource, int tag = AnyTag) => comm.Match(source, tag, wait: true)!;

        /// <summary>Takes a message out of the queue if there is one; else null.</summary>
        public Message? IMprobe(int source = AnySource, int tag = AnyTag) => comm.Match(source, tag, wait: false);
    }

    static void SendAs<T>(ICommunicator comm, ReadOnlySpan<T> buffer, int dest, int tag, SendMode mode) where T : unmanaged
    {
        fixed (T* address = buffer) comm.Send(new MessageBuffer((nint)address, buffer.Length, Datatype.Of<T>()), dest, tag, mode);
    }
}

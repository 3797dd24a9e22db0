using System.Buffers;

namespace LearningKit.Mpi;

/// <summary>Pins the memory of an operation, starts it, and leaves the pins to its request; if it cannot start, undoes them.</summary>
static unsafe class Pinned
{
    internal delegate TRequest Start1<in TArgument, out TRequest>(MessageBuffer data, TArgument argument);

    internal delegate TRequest Start2<in TArgument, out TRequest>(MessageBuffer send, MessageBuffer receive, TArgument argument);

    internal static TRequest Start<T, TArgument, TRequest>(ReadOnlyMemory<T> memory, TArgument argument, Start1<TArgument, TRequest> start)
        where T : unmanaged where TRequest : Request
    {
        var pin = memory.Pin();
        try
        {
            var request = start(new((nint)pin.Pointer, memory.Length, Datatype.Of<T>()), argument);
            request.Hold(pin);
            return request;
        }
        catch
        {
            pin.Dispose();
            throw;
        }
    }

    internal static Request Start<T, TArgument>(
        ReadOnlyMemory<T> send, Memory<T> receive, TArgument argument, Start2<TArgument, Request> start) where T : unmanaged
    {
        MemoryHandle from = send.Pin(), to = receive.Pin();
        try
        {
            return start(
                new((nint)from.Pointer, send.Length, Datatype.Of<T>()), new((nint)to.Pointer, receive.Length, Datatype.Of<T>()), argument).Hold(from, to);
        }
        catch
        {
            from.Dispose();
            to.Dispose();
            throw;
        }
    }
}

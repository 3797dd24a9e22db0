namespace LearningKit.Mpi;

/// <summary>A message that was found by a matched probe and waits for this receive alone, whatever other threads receive.</summary>
/// <example>
/// <code>
/// var message = comm.Mprobe();
/// var buffer = new double[message.Status.Count&lt;double&gt;()];
/// message.Recv(buffer);
/// </code>
/// </example>
public abstract class Message
{
    /// <summary>Its sender, tag and length.</summary>
    public abstract Status Status { get; }

    /// <summary>Receives it.</summary>
    /// <exception cref="MpiException">It is longer than the buffer.</exception>
    public unsafe Status Recv<T>(Span<T> buffer) where T : unmanaged
    {
        fixed (T* address = buffer) return Receive(new((nint)address, buffer.Length, Datatype.Of<T>()));
    }

    /// <summary>Starts to receive it.</summary>
    public unsafe Request IRecv<T>(Memory<T> buffer) where T : unmanaged
    {
        var pin = buffer.Pin();
        try
        {
            return StartReceive(new((nint)pin.Pointer, buffer.Length, Datatype.Of<T>())).Hold(pin);
        }
        catch
        {
            pin.Dispose();
            throw;
        }
    }

    /// <summary>Receives it into untyped memory.</summary>
    protected internal abstract Status Receive(MessageBuffer data);

    /// <summary>Starts to receive it into untyped memory.</summary>
    protected internal abstract Request StartReceive(MessageBuffer data);
}

using LearningKit.Shipping;

namespace LearningKit.Processes.Wire;

/// <summary>
/// A connection between a pool and one worker that carries frames both ways. Code is sent before the first frame that needs it,
/// once for each connection; contents of large arrays go by shared memory where that pays.
/// </summary>
/// <remarks>Any thread may send; one thread receives.</remarks>
public sealed class FrameChannel : IDisposable
{
    /// <summary>Makes a channel over two streams, whose other end has proven that it knows the key.</summary>
    public FrameChannel(Stream input, Stream output) => throw new NotImplementedException();

    /// <summary>Sends a frame and returns when it is written.</summary>
    /// <param name="kind">What it means to the receiver.</param>
    /// <param name="id">What it is about: the number of a task or of a function.</param>
    /// <param name="parcel">What it carries, or null.</param>
    /// <exception cref="IOException">The other end is gone.</exception>
    public void Send(FrameKind kind, long id, Parcel? parcel = null) => throw new NotImplementedException();

    /// <summary>Waits for a frame; null when the other end has closed the connection or is gone.</summary>
    /// <exception cref="WireFormatException">What came is no frame.</exception>
    public Frame? Receive() => throw new NotImplementedException();

    /// <inheritdoc/>
    public void Dispose() => throw new NotImplementedException();
}

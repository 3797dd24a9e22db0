using LearningKit.Shipping;

namespace LearningKit.Processes.Wire;

/// <summary>What came over a channel. Its buffers must be read, if at all, before the next frame is received.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Id">What it is about: the number of a task or of a function.</param>
/// <param name="Body">The body of the parcel; empty if there is none.</param>
/// <param name="Buffers">The contents of its large arrays.</param>
public readonly record struct Frame(FrameKind Kind, long Id, ReadOnlyMemory<byte> Body, IBufferSource Buffers)
{
    /// <summary>Rebuilds what the frame carries.</summary>
    /// <exception cref="WireFormatException">It carries something else.</exception>
    /// <exception cref="EndOfStreamException">The sender ended before all arrays had come.</exception>
    public T Unpack<T>()
    {
        try
        {
            return Unpacker.Unpack<T>(Body.Span, Buffers);
        }
        catch (WireFormatException cut) when (cut.InnerException is EndOfStreamException)
        {
            throw new EndOfStreamException("The other process has ended within what it sent.", cut);
        }
    }
}

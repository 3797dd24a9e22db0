using LearningKit.Shipping;

namespace LearningKit.Processes.Wire;

/// <summary>The buffers of a frame that follow it in the stream: read once, in order.</summary>
/// <param name="incoming">The stream.</param>
/// <param name="length">How many bytes there are.</param>
sealed class StreamedBuffers(ReadAhead incoming, long length) : IBufferSource
{
    /// <inheritdoc/>
    public long Remaining { get; private set; } = length;

    /// <inheritdoc/>
    public void Read(Span<byte> destination)
    {
        if (destination.Length > Remaining) throw new EndOfStreamException("The frame holds fewer bytes of arrays than its body names.");
        Remaining -= destination.Length;
        incoming.Fill(destination);
    }

    /// <summary>Passes over what nobody read, so that the next frame can be received.</summary>
    public void SkipRest()
    {
        incoming.Skip(Remaining);
        Remaining = 0;
    }
}

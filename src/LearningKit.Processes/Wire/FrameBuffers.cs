using LearningKit.Shipping;

namespace LearningKit.Processes.Wire;

/// <summary>The buffers of a frame, which follow it in the stream or come through a ring: read once, in order.</summary>
/// <param name="incoming">The stream.</param>
/// <param name="ring">The ring that they come through, or null.</param>
/// <param name="length">How many bytes there are.</param>
sealed class FrameBuffers(ReadAhead incoming, ByteRing? ring, long length) : IBufferSource
{
    /// <inheritdoc/>
    public long Remaining { get; private set; } = length;

    /// <inheritdoc/>
    public void Read(Span<byte> destination)
    {
        if (destination.Length > Remaining) throw new EndOfStreamException("The frame holds fewer bytes of arrays than its body names.");
        Remaining -= destination.Length;
        if (ring is null) incoming.Fill(destination);
        else ring.Fill(destination);
    }

    /// <summary>Passes over what nobody read, so that the next frame can be received.</summary>
    public void SkipRest()
    {
        Span<byte> passed = stackalloc byte[4096];
        while (Remaining > 0) Read(passed[..(int)Math.Min(passed.Length, Remaining)]);
    }
}

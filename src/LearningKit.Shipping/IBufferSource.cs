namespace LearningKit.Shipping;

/// <summary>Where the contents of a parcel's large arrays come from: a connection, shared memory, the parcel itself.</summary>
public interface IBufferSource
{
    /// <summary>
    /// How many bytes are still to be read, as the frame announced them: an array that claims more is refused before memory is
    /// taken for it.
    /// </summary>
    long Remaining { get; }

    /// <summary>
    /// Fills a span with the next bytes of all buffers of the parcel, which follow each other without a gap: an array that was
    /// just allocated is filled in place, without a copy in between.
    /// </summary>
    /// <exception cref="EndOfStreamException">There are no more.</exception>
    void Read(Span<byte> destination);
}

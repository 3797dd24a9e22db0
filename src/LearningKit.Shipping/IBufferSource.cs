namespace LearningKit.Shipping;

/// <summary>Where the contents of a parcel's large arrays come from: a connection, shared memory, the parcel itself.</summary>
public interface IBufferSource
{
    /// <summary>
    /// Fills a span with the next bytes of all buffers of the parcel, which follow each other without a gap: an array that was
    /// just allocated is filled in place, without a copy in between.
    /// </summary>
    /// <exception cref="EndOfStreamException">There are no more.</exception>
    void Read(Span<byte> destination);
}

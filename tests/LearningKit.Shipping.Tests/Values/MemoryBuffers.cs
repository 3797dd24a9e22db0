namespace LearningKit.Shipping.Tests.Values;

/// <summary>Buffers of a parcel as they would come over a connection.</summary>
sealed class MemoryBuffers(IReadOnlyList<ReadOnlyMemory<byte>> buffers) : IBufferSource
{
    int buffer;
    int position;

    public static MemoryBuffers None { get; } = new([]);

    public long Remaining => buffers.Skip(buffer).Sum(memory => (long)memory.Length) - position;

    public void Read(Span<byte> destination)
    {
        while (destination.Length > 0)
        {
            if (buffer == buffers.Count) throw new EndOfStreamException("There are no more buffers.");
            var piece = buffers[buffer].Span[position..];
            piece = piece[..Math.Min(piece.Length, destination.Length)];
            piece.CopyTo(destination);
            destination = destination[piece.Length..];
            position += piece.Length;
            if (position == buffers[buffer].Length) (buffer, position) = (buffer + 1, 0);
        }
    }
}

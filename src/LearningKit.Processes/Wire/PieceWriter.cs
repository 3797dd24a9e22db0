namespace LearningKit.Processes.Wire;

/// <summary>Gathers small pieces so that a small frame is one system call; large ones are written as they are, without a copy.</summary>
/// <param name="output">The stream.</param>
/// <param name="buffer">Where pieces are gathered.</param>
ref struct PieceWriter(Stream output, Span<byte> buffer)
{
    readonly Span<byte> buffer = buffer;
    int gathered;

    /// <summary>Room for bytes that the caller writes.</summary>
    public Span<byte> Reserve(int count)
    {
        if (buffer.Length - gathered < count) Flush();
        gathered += count;
        return buffer.Slice(gathered - count, count);
    }

    /// <summary>Writes a piece.</summary>
    public void Write(ReadOnlySpan<byte> piece)
    {
        if (buffer.Length - gathered >= piece.Length) piece.CopyTo(Reserve(piece.Length));
        else
        {
            Flush();
            if (piece.Length < buffer.Length) piece.CopyTo(Reserve(piece.Length));
            else output.Write(piece);
        }
    }

    /// <summary>Writes what was gathered.</summary>
    public void Flush()
    {
        if (gathered > 0) output.Write(buffer[..gathered]);
        gathered = 0;
    }
}

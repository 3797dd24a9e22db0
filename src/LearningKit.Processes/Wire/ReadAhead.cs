namespace LearningKit.Processes.Wire;

/// <summary>A stream that is read in large pieces: a small frame costs one system call, and a large array is filled in place.</summary>
/// <remarks>For one thread.</remarks>
/// <param name="stream">The stream, without a buffer of its own.</param>
sealed class ReadAhead(Stream stream)
{
    const int AllocatedAtOnce = 1 << 20;

    readonly byte[] buffer = new byte[64 * 1024];
    int start;
    int end;

    /// <summary>Fills a span.</summary>
    /// <exception cref="EndOfStreamException">The stream ends before.</exception>
    public void Fill(Span<byte> destination)
    {
        while (true)
        {
            var count = Math.Min(end - start, destination.Length);
            buffer.AsSpan(start, count).CopyTo(destination);
            start += count;
            destination = destination[count..];
            if (destination.Length == 0) return;
            if (destination.Length >= buffer.Length) destination = destination[Some(stream.Read(destination))..];
            else (start, end) = (0, Some(stream.Read(buffer)));
        }
    }

    /// <summary>Reads an array. A length that is a lie costs no memory: a large array grows as its bytes come.</summary>
    /// <exception cref="EndOfStreamException">The stream ends before.</exception>
    public byte[] Take(int length)
    {
        if (length == 0) return [];
        var taken = GC.AllocateUninitializedArray<byte>(Math.Min(length, AllocatedAtOnce));
        Fill(taken);
        while (taken.Length < length)
        {
            var more = GC.AllocateUninitializedArray<byte>((int)Math.Min(length, 2L * taken.Length));
            taken.CopyTo(more, 0);
            Fill(more.AsSpan(taken.Length));
            taken = more;
        }
        return taken;
    }

    static int Some(int count) => count > 0 ? count : throw new EndOfStreamException("The other process has closed the connection.");
}

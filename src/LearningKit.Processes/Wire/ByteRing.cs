using LearningKit.Processes.Segments;

namespace LearningKit.Processes.Wire;

/// <summary>
/// A ring of bytes in shared memory through which the contents of large arrays flow from one process to another: each byte is
/// copied twice, out of the array and into the other, without the kernel and without a page fault, for the ring is small and
/// stays in the caches. It has no name in the file system, so nothing is left of it however both sides end.
/// </summary>
/// <remarks>One thread writes, one reads.</remarks>
sealed unsafe class ByteRing : IDisposable
{
    /// <summary>How many bytes it holds.</summary>
    public const int Capacity = 4 << 20;

    const string Contents = "ring of bytes between a pool and its worker";
    const int Step = 256 * 1024;
    const int WrittenAt = 0, ReadAt = 128, AcceptedAt = 256, ReaderAt = 384, WriterAt = ReaderAt + WaitPoint.Size, BytesAt = 4096;

    readonly SharedSegment segment;
    readonly CancellationTokenSource abandoned = new();

    ByteRing(SharedSegment segment) => this.segment = segment;

    /// <summary>What the other process opens it by.</summary>
    public string Address => new SharedAddress(segment.Key, segment.Place, 0).ToString();

    /// <summary>Makes one.</summary>
    /// <exception cref="IOException">There is not enough memory.</exception>
    public static ByteRing Create() => new(SharedSegment.Create(Contents, BytesAt + Capacity));

    /// <summary>Opens one to read from it, and tells the writer.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="FormatException">The text is no address.</exception>
    public static ByteRing Accept(string address)
    {
        var segment = SharedSegment.Open(SharedAddress.Parse(address), Contents);
        if (segment.Size != BytesAt + Capacity)
        {
            segment.Dispose();
            throw new IOException("At this address lies a ring of another size.");
        }
        using var access = segment.Use();
        Interlocked.Exchange(ref *(int*)(access.Body + AcceptedAt), 1);
        new WaitPoint(access.Body + WriterAt).Wake(1);
        return new(segment);
    }

    /// <summary>Waits until the other process has opened it. False if it did not: perhaps it may not.</summary>
    public bool WaitUntilAccepted(TimeSpan patience)
    {
        using var access = segment.Use();
        var accepted = (int*)(access.Body + AcceptedAt);
        return Wait(new(access.Body + WriterAt), _ => Volatile.Read(ref *accepted) == 1, patience);
    }

    /// <summary>Writes bytes; waits for the reader when the ring is full.</summary>
    /// <exception cref="IOException">The reader is gone.</exception>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        using var access = segment.Use();
        long* written = (long*)(access.Body + WrittenAt), read = (long*)(access.Body + ReadAt);
        var (reader, writer) = (new WaitPoint(access.Body + ReaderAt), new WaitPoint(access.Body + WriterAt));
        for (var at = Volatile.Read(ref *written); bytes.Length > 0;)
        {
            var count = Math.Min(bytes.Length, Step - (int)(at % Step));
            if (Capacity - (at - Volatile.Read(ref *read)) < count)
                Wait(writer, _ => Capacity - (at - Volatile.Read(ref *read)) >= count, Timeout.InfiniteTimeSpan);
            bytes[..count].CopyTo(new(access.Body + BytesAt + (at % Capacity), count));
            bytes = bytes[count..];
            Interlocked.Exchange(ref *written, at += count);
            reader.Wake(1);
        }
    }

    /// <summary>Fills a span; waits for the writer when the ring is empty.</summary>
    /// <exception cref="IOException">The writer is gone.</exception>
    public void Fill(Span<byte> destination)
    {
        using var access = segment.Use();
        long* written = (long*)(access.Body + WrittenAt), read = (long*)(access.Body + ReadAt);
        var (reader, writer) = (new WaitPoint(access.Body + ReaderAt), new WaitPoint(access.Body + WriterAt));
        for (var at = Volatile.Read(ref *read); destination.Length > 0;)
        {
            if (Volatile.Read(ref *written) == at) Wait(reader, _ => Volatile.Read(ref *written) != at, Timeout.InfiniteTimeSpan);
            var there = Math.Clamp(Volatile.Read(ref *written) - at, 0, Step - (at % Step));
            var count = (int)Math.Min(destination.Length, there);
            new ReadOnlySpan<byte>(access.Body + BytesAt + (at % Capacity), count).CopyTo(destination);
            destination = destination[count..];
            Interlocked.Exchange(ref *read, at += count);
            writer.Wake(1);
        }
    }

    /// <summary>The other process is gone: who waits for it, or would, gets an exception.</summary>
    public void Abandon() => abandoned.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        Abandon();
        segment.Dispose();
    }

    bool Wait(WaitPoint point, Func<bool, bool> attempt, TimeSpan patience)
    {
        try
        {
            return point.Wait(attempt, patience, abandoned.Token);
        }
        catch (OperationCanceledException exception)
        {
            throw new EndOfStreamException("The other process is gone.", exception);
        }
    }
}

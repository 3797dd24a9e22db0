using System.Buffers.Binary;

namespace LearningKit.Notebooks.Jupyter.Zmtp;

/// <summary>
/// Reads the frames of one peer. Memory grows with what has really come, never with a length that a peer only claims.
/// </summary>
/// <param name="stream">Where they come from.</param>
/// <param name="limits">What the peer may send.</param>
/// <param name="incoming">
/// What all peers together may send before their messages are complete. The first 64 KiB of a peer do not count: what others
/// hold must not keep a good one from sending small messages.
/// </param>
sealed class FrameReader(Stream stream, ZmtpLimits limits, ByteBudget incoming)
{
    const int Chunk = 64 << 10;
    const FrameFlags Known = FrameFlags.More | FrameFlags.Long | FrameFlags.Command;

    readonly byte[] header = new byte[9];
    long held;
    long counted;

    /// <summary>Reads the next frame.</summary>
    /// <exception cref="ZmtpException">The frame is malformed, or a limit is reached.</exception>
    /// <exception cref="IOException">The connection broke or ended, also within a frame.</exception>
    public async ValueTask<Frame> ReadAsync(CancellationToken cancel)
    {
        await stream.ReadExactlyAsync(header.AsMemory(0, 2), cancel).ConfigureAwait(false);
        var flags = (FrameFlags)header[0];
        if ((flags & ~Known) != 0) throw new ZmtpException($"it sent a frame with unknown flags ({header[0]:x2})");
        if (flags.HasFlag(FrameFlags.Command | FrameFlags.More)) throw new ZmtpException("it sent a command in several frames");

        ulong length = header[1];
        if ((flags & FrameFlags.Long) != 0)
        {
            await stream.ReadExactlyAsync(header.AsMemory(2, 7), cancel).ConfigureAwait(false);
            length = BinaryPrimitives.ReadUInt64BigEndian(header.AsSpan(1));
        }
        if (length > (ulong)(limits.MessageSize - held))
        {
            throw new ZmtpException($"it announced a message of more than {limits.MessageSize:N0} bytes");
        }
        return new(flags, await ReadBodyAsync((int)length, cancel).ConfigureAwait(false));
    }

    /// <summary>Tells that the frames read so far have been handed on, and count no longer as this peer's.</summary>
    public void HandedOn()
    {
        incoming.Release(counted);
        held = counted = 0;
    }

    async ValueTask<byte[]> ReadBodyAsync(int length, CancellationToken cancel)
    {
        if (length == 0) return [];
        var body = Array.Empty<byte>();
        do
        {
            var read = body.Length;
            Array.Resize(ref body, (int)Math.Min(length, Math.Max(Chunk, 2L * read)));
            Hold(body.Length - read);
            await stream.ReadExactlyAsync(body.AsMemory(read), cancel).ConfigureAwait(false);
        }
        while (body.Length < length);
        return body;
    }

    void Hold(int bytes)
    {
        held += bytes;
        var more = Math.Max(0, held - Chunk) - counted;
        if (!incoming.TryTake(more)) throw new ZmtpException("all peers together have sent too much that is not complete");
        counted += more;
    }
}

using System.Buffers.Binary;

namespace LearningKit.Notebooks.Jupyter.Zmtp;

/// <summary>Writes messages and commands as they go over the wire.</summary>
static class FrameWriter
{
    /// <summary>A message of one or more frames.</summary>
    public static byte[] Message(params ReadOnlySpan<ReadOnlyMemory<byte>> frames)
    {
        var length = 0L;
        foreach (var frame in frames) length += HeaderLength(frame.Length) + frame.Length;
        var bytes = new byte[length];
        var rest = bytes.AsSpan();
        for (var i = 0; i < frames.Length; i++)
        {
            rest = Write(rest, i < frames.Length - 1 ? FrameFlags.More : FrameFlags.None, frames[i].Span);
        }
        return bytes;
    }

    /// <summary>A command.</summary>
    public static byte[] Command(ReadOnlySpan<byte> body)
    {
        var bytes = new byte[HeaderLength(body.Length) + body.Length];
        Write(bytes, FrameFlags.Command, body);
        return bytes;
    }

    static int HeaderLength(int length) => length > byte.MaxValue ? 9 : 2;

    static Span<byte> Write(Span<byte> target, FrameFlags flags, ReadOnlySpan<byte> body)
    {
        var header = HeaderLength(body.Length);
        if (header == 2)
        {
            target[0] = (byte)flags;
            target[1] = (byte)body.Length;
        }
        else
        {
            target[0] = (byte)(flags | FrameFlags.Long);
            BinaryPrimitives.WriteInt64BigEndian(target[1..], body.Length);
        }
        body.CopyTo(target[header..]);
        return target[(header + body.Length)..];
    }
}

using System.Buffers.Binary;
using LearningKit.Shipping;

namespace LearningKit.Processes.Wire;

/// <summary>The first bytes of a frame; the README in this folder says which is where.</summary>
/// <param name="Kind">What the frame means.</param>
/// <param name="CodeUnits">How many assemblies follow.</param>
/// <param name="Id">What the frame is about.</param>
/// <param name="BodyLength">Bytes of the body.</param>
/// <param name="BuffersLength">Bytes of all buffers together.</param>
/// <param name="ThroughRing">True if the buffers come through the ring and not behind the body.</param>
readonly record struct FrameHeader(FrameKind Kind, int CodeUnits, long Id, int BodyLength, long BuffersLength, bool ThroughRing)
{
    /// <summary>How long it is.</summary>
    public const int Size = 28;

    /// <summary>What every frame begins with, so that a stream that lost its step is noticed.</summary>
    const byte Mark = 0xA7;

    /// <summary>Writes it.</summary>
    public void Write(Span<byte> to)
    {
        to[0] = Mark;
        to[1] = (byte)Kind;
        BinaryPrimitives.WriteUInt16LittleEndian(to[2..], checked((ushort)CodeUnits));
        BinaryPrimitives.WriteInt64LittleEndian(to[4..], Id);
        BinaryPrimitives.WriteInt64LittleEndian(to[12..], BuffersLength);
        BinaryPrimitives.WriteInt32LittleEndian(to[20..], BodyLength);
        BinaryPrimitives.WriteInt32LittleEndian(to[24..], ThroughRing ? 1 : 0);
    }

    /// <summary>Reads it.</summary>
    /// <exception cref="WireFormatException">It is none.</exception>
    public static FrameHeader Read(ReadOnlySpan<byte> from)
    {
        var header = new FrameHeader(
            (FrameKind)from[1],
            BinaryPrimitives.ReadUInt16LittleEndian(from[2..]),
            BinaryPrimitives.ReadInt64LittleEndian(from[4..]),
            BinaryPrimitives.ReadInt32LittleEndian(from[20..]),
            BinaryPrimitives.ReadInt64LittleEndian(from[12..]),
            from[24] == 1);
        return from[0] == Mark && header.Kind is >= FrameKind.Hello and <= FrameKind.HandBack && header.BodyLength >= 0 && header.BuffersLength >= 0
            ? header
            : throw new WireFormatException("What came from the other process is no frame: the connection has lost its step, or something else writes into it.");
    }
}

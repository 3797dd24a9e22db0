using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace LearningKit.Processes.Segments;

/// <summary>The first bytes of every segment.</summary>
[StructLayout(LayoutKind.Explicit, Size = Size)]
unsafe struct SegmentHeader
{
    /// <summary>A whole number of cache lines, and of the pairs of lines that processors fetch together.</summary>
    public const int Size = 128;

    const ulong Magic = 0x3144_5248_5347_4B4C;    // "LKGSHRD1", of which the last sign is the version
    const int LabelSize = 64;

    [FieldOffset(0)] ulong magic;
    [FieldOffset(8)] ulong contents;
    [FieldOffset(16)] public UInt128 Key;
    [FieldOffset(32)] public long BodySize;
    [FieldOffset(40)] public long Creator;
    [FieldOffset(48)] public int Closed;
    [FieldOffset(52)] int labelLength;
    [FieldOffset(64)] fixed byte label[LabelSize];

    public static SegmentHeader Of(string contents, long size, UInt128 key)
    {
        var header = new SegmentHeader { magic = Magic, contents = Code(contents), Key = key, BodySize = size, Creator = ProcessIdentity.Current.Code };
        Encoding.UTF8.GetEncoder().Convert(contents, new Span<byte>(header.label, LabelSize), flush: false, out _, out header.labelLength, out _);
        return header;
    }

    /// <exception cref="IOException">It is not the header of what is looked for.</exception>
    public readonly void Check(UInt128 key, string expected)
    {
        if (magic != Magic || Key != key)
            throw new IOException("At this address lies something else by now: what was shared is not there any more.");
        if (contents == Code(expected)) return;
        fixed (byte* text = label)
            throw new IOException($"At this address is a {Encoding.UTF8.GetString(text, Math.Clamp(labelLength, 0, LabelSize))}, not a {expected}.");
    }

    static ulong Code(string contents) => MemoryMarshal.Read<ulong>(SHA256.HashData(Encoding.UTF8.GetBytes(contents)));
}

using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using LearningKit.Processes.Wire;
using LearningKit.Shipping;

namespace LearningKit.Processes;

/// <summary>
/// What both sides say before any frame: that they are workers' business, of the same build, and that they know the key.
/// Nothing else is read before that is checked.
/// </summary>
static class Greeting
{
    /// <summary>Bytes of a key.</summary>
    public const int KeySize = 32;

    const int FixedSize = 8 + 4 + 16 + KeySize;
    const int SelfSize = 4 + 4 + 8 + 2;
    const uint ProtocolVersion = 1;

    static ReadOnlySpan<byte> Magic => "LKWORKER"u8;

    /// <summary>
    /// A key that nobody can guess: two random UUIDs, which .NET takes from the system's cryptographic source (244 bits). Its
    /// cryptography library would load OpenSSL for that, 7 ms of a first start.
    /// </summary>
    public static byte[] NewKey() => [.. Guid.NewGuid().ToByteArray(), .. Guid.NewGuid().ToByteArray()];

    /// <summary>The greeting of a worker.</summary>
    public static byte[] OfWorker(ReadOnlySpan<byte> key)
    {
        var bytes = new byte[FixedSize];
        WriteFixed(bytes, key);
        return bytes;
    }

    /// <summary>The greeting of who started a worker: tells it who it is.</summary>
    public static byte[] OfParent(ReadOnlySpan<byte> key, WorkerOptions options)
    {
        var name = Encoding.UTF8.GetBytes(options.Name);
        var bytes = new byte[FixedSize + SelfSize + name.Length];
        WriteFixed(bytes, key);
        var self = bytes.AsSpan(FixedSize);
        BinaryPrimitives.WriteInt32LittleEndian(self, options.Index);
        BinaryPrimitives.WriteInt32LittleEndian(self[4..], options.Siblings);
        BinaryPrimitives.WriteInt64LittleEndian(self[8..], options.MemoryLimit ?? 0);
        BinaryPrimitives.WriteUInt16LittleEndian(self[16..], checked((ushort)name.Length));
        name.CopyTo(self[SelfSize..]);
        return bytes;
    }

    /// <summary>Reads and checks a worker's greeting.</summary>
    /// <exception cref="WireFormatException">It is none.</exception>
    /// <exception cref="EndOfStreamException">The worker has closed the connection.</exception>
    public static void CheckWorker(ReadAhead from, ReadOnlySpan<byte> key) => Check(from, key);

    /// <summary>Reads and checks the greeting of who started this worker.</summary>
    /// <inheritdoc cref="CheckWorker" path="/exception"/>
    public static WorkerOptions ReadParent(ReadAhead from, ReadOnlySpan<byte> key)
    {
        Check(from, key);
        Span<byte> self = stackalloc byte[SelfSize];
        from.Fill(self);
        var memory = BinaryPrimitives.ReadInt64LittleEndian(self[8..]);
        return new()
        {
            Index = BinaryPrimitives.ReadInt32LittleEndian(self),
            Siblings = BinaryPrimitives.ReadInt32LittleEndian(self[4..]),
            MemoryLimit = memory > 0 ? memory : null,
            Name = Encoding.UTF8.GetString(from.Take(BinaryPrimitives.ReadUInt16LittleEndian(self[16..]))),
        };
    }

    static void WriteFixed(Span<byte> to, ReadOnlySpan<byte> key)
    {
        Magic.CopyTo(to);
        BinaryPrimitives.WriteUInt32LittleEndian(to[8..], ProtocolVersion);
        Build.TryWriteBytes(to[12..]);
        key.CopyTo(to[28..]);
    }

    static void Check(ReadAhead from, ReadOnlySpan<byte> key)
    {
        Span<byte> bytes = stackalloc byte[FixedSize];
        from.Fill(bytes);
        if (!bytes.StartsWith(Magic)) throw new WireFormatException("The other process is no worker of the kit and none that starts workers.");
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]) != ProtocolVersion || new Guid(bytes.Slice(12, 16)) != Build)
            throw new WireFormatException("The other process runs another build of the kit: it was built anew since this program began. Start this program (in a notebook: the kernel) again.");
        if (!AreEqual(bytes[28..], key)) throw new WireFormatException("The other process does not know the key of this connection.");
    }

    /// <summary>Compares all bytes whatever they are: the time tells nothing about the key.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    static bool AreEqual(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var different = a.Length ^ b.Length;
        for (var index = 0; index < Math.Min(a.Length, b.Length); index++) different |= a[index] ^ b[index];
        return different == 0;
    }

    /// <summary>The build of this library. Frames and parcels have no versions of their own: both sides are always the same build.</summary>
    static Guid Build => typeof(Greeting).Module.ModuleVersionId;
}

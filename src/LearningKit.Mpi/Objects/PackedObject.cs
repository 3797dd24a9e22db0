using System.Buffers;
using System.Buffers.Binary;
using LearningKit.Shipping;

namespace LearningKit.Mpi;

/// <summary>An object as one message: two lengths, the code that it needs, the parcel's body, the contents of its large arrays.</summary>
sealed class PackedObject : IDisposable
{
    const int Lengths = 8;

    readonly byte[] rented;

    PackedObject(byte[] rented, int length) => (this.rented, Bytes) = (rented, rented.AsMemory(0, length));

    internal Memory<byte> Bytes { get; }

    internal static PackedObject Pack<T>(T value)
    {
        var parcel = Packer.Pack(value);
        var code = parcel.Code.Count == 0 ? [] : CodeBytes(parcel.Code);
        var length = Lengths + code.Length + parcel.Size;
        if (length > Array.MaxLength)
            throw new MpiException(MpiErrorClass.Count, $"The object takes {length} bytes, more than one message holds. Send its large arrays by Send, in parts.");
        var bytes = ArrayPool<byte>.Shared.Rent((int)length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes, code.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), parcel.Body.Length);
        var rest = bytes.AsSpan(Lengths);
        Append(code, ref rest);
        Append(parcel.Body.Span, ref rest);
        foreach (var buffer in parcel.Buffers) Append(buffer.Span, ref rest);
        return new(bytes, (int)length);
    }

    internal static (byte[] Bytes, int[] Counts) PackAll<T>(IReadOnlyList<T> values)
    {
        var all = new ArrayBufferWriter<byte>();
        var counts = new int[values.Count];
        for (var i = 0; i < counts.Length; i++)
        {
            using var packed = Pack(values[i]);
            all.Write(packed.Bytes.Span);
            counts[i] = packed.Bytes.Length;
        }
        return (all.WrittenSpan.ToArray(), counts);
    }

    internal static T Receive<T>(Message message)
    {
        var length = message.Status.Count<byte>();
        var bytes = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            message.Recv(bytes.AsSpan(0, length));
            return Unpack<T>(bytes.AsMemory(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    internal static T Unpack<T>(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        if (span.Length < Lengths) throw NoObject();
        var code = BinaryPrimitives.ReadInt32LittleEndian(span);
        var body = BinaryPrimitives.ReadInt32LittleEndian(span[4..]);
        if (code < 0 || body < 0 || Lengths + (long)code + body > span.Length) throw NoObject();
        if (code > 0) AddCode(bytes.Slice(Lengths, code));
        return Unpacker.Unpack<T>(span.Slice(Lengths + code, body), new Rest(bytes[(Lengths + code + body)..]));
    }

    internal static T[] UnpackAll<T>(ReadOnlyMemory<byte> bytes, int[] counts)
    {
        var values = new T[counts.Length];
        for (int i = 0, start = 0; i < values.Length; start += counts[i++]) values[i] = Unpack<T>(bytes.Slice(start, counts[i]));
        return values;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(rented);

    static void Append(ReadOnlySpan<byte> part, ref Span<byte> rest)
    {
        part.CopyTo(rest);
        rest = rest[part.Length..];
    }

    // What a receiver on this machine can load from the same file goes as the file's path.
    static byte[] CodeBytes(IReadOnlyList<CodeUnit> units)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(units.Count);
        foreach (var unit in units)
        {
            writer.Write(unit.Name);
            writer.Write(unit.ModuleId);
            writer.Write(unit.Path ?? "");
            var image = unit.HasImage ? unit.Image : default;
            writer.Write(image.Length);
            writer.Write(image.Span);
        }
        return stream.ToArray();
    }

    static void AddCode(ReadOnlyMemory<byte> code)
    {
        using var reader = new BinaryReader(new MemoryStream(code.ToArray()));
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var (name, id, path) = (reader.ReadString(), reader.ReadString(), reader.ReadString());
            CodeStore.Add(new(name, id, reader.ReadBytes(reader.ReadInt32()), path.Length > 0 ? path : null));
        }
    }

    static MpiException NoObject() =>
        new(MpiErrorClass.Type, "The message holds no object. What was sent with Send is received with Recv, what was sent with SendObject with RecvObject.");

    sealed class Rest(ReadOnlyMemory<byte> bytes) : IBufferSource
    {
        int position;

        public long Remaining => bytes.Length - position;

        public void Read(Span<byte> destination)
        {
            if (destination.Length > Remaining) throw new EndOfStreamException("The message ends within an array.");
            bytes.Span.Slice(position, destination.Length).CopyTo(destination);
            position += destination.Length;
        }
    }
}

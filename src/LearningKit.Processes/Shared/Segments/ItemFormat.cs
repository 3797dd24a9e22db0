using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LearningKit.Measuring;
using LearningKit.Shipping;

namespace LearningKit.Processes.Segments;

/// <summary>Items as bytes: numbers and structs of numbers as they lie in memory, all else as a parcel with the code that it needs beyond that of <typeparamref name="T"/>.</summary>
static class ItemFormat<T>
{
    static HashSet<string>? codeOfType;

    /// <summary>The length of an item where all have the same.</summary>
    public static int? FixedLength { get; } = RuntimeHelpers.IsReferenceOrContainsReferences<T>() ? null : Unsafe.SizeOf<T>();

    /// <exception cref="CannotTravelException">Something in the item cannot go to another process.</exception>
    public static byte[] Pack(T item)
    {
        if (FixedLength is { } length) return MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<T, byte>(ref item), length).ToArray();
        var parcel = Packer.Pack(item);
        codeOfType ??= [.. Packer.Pack(typeof(T)).Code.Select(unit => unit.ModuleId)];   // whoever has a queue of T has the code of T
        var code = parcel.Code.Where(unit => !codeOfType.Contains(unit.ModuleId)).ToList();
        var bytes = new MemoryStream();
        var writer = new BinaryWriter(bytes);
        writer.Write(code.Count);
        foreach (var unit in code)
        {
            writer.Write(unit.Name);
            writer.Write(unit.ModuleId);
            writer.Write(unit.Path ?? "");
            var image = unit.HasImage ? unit.Image : default;
            writer.Write(image.Length);
            writer.Write(image.Span);
        }
        writer.Write(parcel.Body.Length);
        writer.Write(parcel.Body.Span);
        foreach (var buffer in parcel.Buffers) writer.Write(buffer.Span);
        return bytes.ToArray();
    }

    /// <exception cref="WireFormatException">The bytes are no parcel.</exception>
    public static T Unpack(byte[] bytes)
    {
        if (FixedLength is not null) return Unsafe.ReadUnaligned<T>(ref bytes[0]);
        var stream = new MemoryStream(bytes);
        var reader = new BinaryReader(stream);
        for (var units = reader.ReadInt32(); units > 0; units--)
        {
            var (name, id, path) = (reader.ReadString(), reader.ReadString(), reader.ReadString());
            CodeStore.Add(new(name, id, reader.ReadBytes(reader.ReadInt32()), path.Length > 0 ? path : null));
        }
        var body = reader.ReadBytes(reader.ReadInt32());
        return Unpacker.Unpack<T>(body, new Buffers(stream));
    }

    /// <exception cref="ArgumentException">The bytes will never fit.</exception>
    public static void ThrowIfTooLarge(byte[] bytes, ItemRing ring)
    {
        if (ItemRing.RoomOf(bytes.Length) > ring.Room)
            throw new ArgumentException($"An item of {ByteSize.Text(bytes.Length)} does not fit in {ByteSize.Text(ring.Room)}. Make a queue with more room, or put the data in a SharedArray and send that: only its address travels.");
    }

    sealed class Buffers(MemoryStream stream) : IBufferSource
    {
        public long Remaining => stream.Length - stream.Position;

        public void Read(Span<byte> destination) => stream.ReadExactly(destination);
    }
}

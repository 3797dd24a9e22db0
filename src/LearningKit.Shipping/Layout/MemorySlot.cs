using System.Reflection;
using System.Runtime.CompilerServices;

namespace LearningKit.Shipping;

/// <summary>
/// A place of a <see cref="Memory{T}"/>, <see cref="ReadOnlyMemory{T}"/> or <see cref="ArraySegment{T}"/>: the elements that it
/// shows, and not the rest of the array behind. It arrives as all of an array of its own.
/// </summary>
sealed class MemorySlot : Slot
{
    readonly Type element;
    readonly Slot slot;
    readonly int size;
    readonly int owner;
    readonly int start;
    readonly int length;

    public MemorySlot(Type type)
    {
        element = type.GetGenericArguments()[0];
        (slot, size) = (Slots.Of(element), Slots.SizeOf(element));
        var isSegment = type.GetGenericTypeDefinition() == typeof(ArraySegment<>);
        owner = Offset(isSegment ? "_array" : "_object");
        start = Offset(isSegment ? "_offset" : "_index");
        length = Offset(isSegment ? "_count" : "_length");

        int Offset(string name) => FieldOffsets.Of(type.GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)!);
    }

    /// <summary>True for the types that it is for.</summary>
    public static bool IsFor(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() is var definition
        && (definition == typeof(Memory<>) || definition == typeof(ReadOnlyMemory<>) || definition == typeof(ArraySegment<>));

    public override void Write(ParcelWriter writer, ref byte place)
    {
        var (array, first) = Owner(ref place);
        if (array is null)
        {
            writer.Byte(0);
            return;
        }
        writer.Byte(1);
        var count = Int(ref place, length);
        if (slot is RawSlot)
        {
            writer.Elements(array, (long)first * size, count, size);
            return;
        }
        writer.Length(count);
        writer.Into();
        for (var i = 0; i < count; i++)
        {
            writer.Step(i);
            slot.Write(writer, ref Arrays.Element(array, first + i, size));
        }
        writer.OutOf();
    }

    public override void Read(ParcelReader reader, ref byte place)
    {
        if (reader.Byte() == 0) return;
        Array array;
        if (slot is RawSlot)
        {
            var count = reader.ElementCount(size, out var isApart);
            array = Arrays.Create(element, count);
            reader.Elements(array, count, size, isApart);
        }
        else
        {
            array = Arrays.Create(element, reader.Count());
            for (var i = 0; i < array.Length; i++) slot.Read(reader, ref Arrays.Element(array, i, size));
        }
        Unsafe.As<byte, object?>(ref Unsafe.Add(ref place, owner)) = array;
        Unsafe.As<byte, int>(ref Unsafe.Add(ref place, length)) = array.Length;
    }

    // Behind a memory there may be an array, a string or a manager, whose elements are copied.
    (Array? Array, int First) Owner(ref byte place) => Unsafe.As<byte, object?>(ref Unsafe.Add(ref place, owner)) switch
    {
        null => (null, 0),
        Array array => (array, Int(ref place, start) & int.MaxValue),   // the highest bit says that the array is pinned
        string text => (text.ToCharArray(Int(ref place, start), Int(ref place, length)), 0),
        var manager => (OfManager(manager, Int(ref place, start), Int(ref place, length)), 0),
    };

    static int Int(ref byte place, int offset) => Unsafe.As<byte, int>(ref Unsafe.Add(ref place, offset));

    Array OfManager(object manager, int from, int count) => (Array)typeof(MemorySlot)
        .GetMethod(nameof(Copy), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(element).Invoke(null, [manager, from, count])!;

    static T[] Copy<T>(System.Buffers.MemoryManager<T> manager, int from, int count) => manager.Memory.Slice(from, count).ToArray();
}

using System.Reflection;
using System.Runtime.CompilerServices;

namespace LearningKit.Shipping;

/// <summary>
/// Lists: as the array behind them, as far as it counts. They are handled by their fields, since code for <c>List&lt;T&gt;</c>
/// would be compiled for each T when a fresh worker gets its first list.
/// </summary>
sealed class ListShape : Shape
{
    readonly Type element;
    readonly Slot slot;
    readonly int size;
    readonly int items;
    readonly int count;

    public ListShape(Type type)
        : base(type)
    {
        element = type.GetGenericArguments()[0];
        (slot, size) = (Slots.Of(element), Slots.SizeOf(element));
        (items, count) = (Offset("_items"), Offset("_size"));

        int Offset(string name) => FieldOffsets.Of(type.GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)!);
    }

    public override bool HasContents => slot is not RawSlot;

    public override void WriteHead(ParcelWriter writer, object item)
    {
        if (!HasContents) writer.Elements(Items(item), 0, Count(item), size);
    }

    public override object ReadHead(ParcelReader reader)
    {
        var list = RuntimeHelpers.GetUninitializedObject(Type);
        if (HasContents) return list;
        Count(list) = (int)reader.ElementCount(size, out var isApart);
        Items(list) = Arrays.Create(element, Count(list));
        reader.Elements(Items(list), Count(list), size, isApart);
        return list;
    }

    public override void WriteContents(ParcelWriter writer, object item)
    {
        var (array, length) = (Items(item), Count(item));
        writer.Length(length);
        for (var i = 0; i < length; i++)
        {
            writer.Step(i);
            slot.Write(writer, ref Arrays.Element(array, i, size));
        }
    }

    public override void ReadContents(ParcelReader reader, object item)
    {
        var (length, array) = (0, Arrays.Create(element, Count(item) = reader.Count()));
        for (Items(item) = array; length < array.Length; length++) slot.Read(reader, ref Arrays.Element(array, length, size));
    }

    ref Array Items(object list) => ref Unsafe.As<byte, Array>(ref Unsafe.Add(ref FieldOffsets.Data(list), items));

    ref int Count(object list) => ref Unsafe.As<byte, int>(ref Unsafe.Add(ref FieldOffsets.Data(list), count));
}

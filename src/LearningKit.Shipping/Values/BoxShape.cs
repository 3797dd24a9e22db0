using System.Runtime.CompilerServices;

namespace LearningKit.Shipping;

/// <summary>Structs in boxes. The built-in ones have no identity; a box of another keeps it, for a box may be changed and shared.</summary>
sealed class BoxShape(Type type) : Shape(type)
{
    readonly Slot slot = Slots.Of(type);

    public override bool IsAlwaysShared => BuiltInTag == 0;

    public override bool HasContents => slot is not RawSlot;

    public override void WriteHead(ParcelWriter writer, object item)
    {
        if (!HasContents) slot.Write(writer, ref FieldOffsets.Data(item));
    }

    public override object ReadHead(ParcelReader reader)
    {
        var box = RuntimeHelpers.GetUninitializedObject(Type);
        if (!HasContents) slot.Read(reader, ref FieldOffsets.Data(box));
        return box;
    }

    public override void WriteContents(ParcelWriter writer, object item) => slot.Write(writer, ref FieldOffsets.Data(item));

    public override void ReadContents(ParcelReader reader, object item) => slot.Read(reader, ref FieldOffsets.Data(item));
}

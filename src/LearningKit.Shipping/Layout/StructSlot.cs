using System.Runtime.CompilerServices;

namespace LearningKit.Shipping;

/// <summary>A place of a struct that holds references: its fields, one after the other.</summary>
/// <param name="fields">The fields.</param>
sealed class StructSlot(FieldSlot[] fields) : Slot
{
    public override void Write(ParcelWriter writer, ref byte place)
    {
        writer.Into();
        foreach (var field in fields)
        {
            writer.Step(field.Field);
            field.Slot.Write(writer, ref Unsafe.Add(ref place, field.Offset));
        }
        writer.OutOf();
    }

    public override void Read(ParcelReader reader, ref byte place)
    {
        foreach (var field in fields) field.Slot.Read(reader, ref Unsafe.Add(ref place, field.Offset));
    }
}

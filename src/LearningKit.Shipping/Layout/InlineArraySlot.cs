using System.Runtime.CompilerServices;

namespace LearningKit.Shipping;

/// <summary>A place of an <see cref="InlineArrayAttribute"/> of elements that hold references.</summary>
sealed class InlineArraySlot(Slot element, int size, int count) : Slot
{
    public override void Write(ParcelWriter writer, ref byte place)
    {
        writer.Into();
        for (var i = 0; i < count; i++)
        {
            writer.Step(i);
            element.Write(writer, ref Unsafe.Add(ref place, i * size));
        }
        writer.OutOf();
    }

    public override void Read(ParcelReader reader, ref byte place)
    {
        for (var i = 0; i < count; i++) element.Read(reader, ref Unsafe.Add(ref place, i * size));
    }
}

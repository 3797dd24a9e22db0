using System.Runtime.CompilerServices;

namespace LearningKit.Shipping;

/// <summary>A place that refers to an object.</summary>
/// <param name="type">The type that the object has or is derived from.</param>
sealed class ReferenceSlot(Type type) : Slot
{
    Type? fits;   // the type that was seen to fit last: objects in one place are mostly of one type

    public override void Write(ParcelWriter writer, ref byte place) => writer.Reference(Unsafe.As<byte, object?>(ref place));

    public override void Read(ParcelReader reader, ref byte place)
    {
        var item = reader.Reference();
        if (item is not null && item.GetType() != fits)
        {
            if (!type.IsInstanceOfType(item)) throw ParcelReader.Mismatch(item, type);
            fits = item.GetType();
        }
        Unsafe.As<byte, object?>(ref place) = item;
    }
}

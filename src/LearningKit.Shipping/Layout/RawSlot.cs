using System.Runtime.InteropServices;

namespace LearningKit.Shipping;

/// <summary>A place of an unmanaged type: its bytes as they are, padding included.</summary>
/// <param name="size">How many.</param>
sealed class RawSlot(int size) : Slot
{
    /// <summary>How many bytes it takes.</summary>
    public int Size => size;

    public override void Write(ParcelWriter writer, ref byte place) => writer.Raw(MemoryMarshal.CreateReadOnlySpan(ref place, size));

    public override void Read(ParcelReader reader, ref byte place) => reader.Take(size).CopyTo(MemoryMarshal.CreateSpan(ref place, size));
}

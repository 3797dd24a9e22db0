namespace LearningKit.Shipping;

/// <summary>How what stands in a place of a static type, a field or an element of an array, is written and read.</summary>
/// <remarks>
/// It works on the place itself, by its address in the object. So there is one compiled body for all types, which a fresh
/// worker has ready, where generic code would be compiled anew for each struct.
/// </remarks>
abstract class Slot
{
    /// <summary>Writes what stands there: at least a byte.</summary>
    public abstract void Write(ParcelWriter writer, ref byte place);

    /// <summary>Reads it back into its place.</summary>
    public abstract void Read(ParcelReader reader, ref byte place);
}

namespace LearningKit.Shipping;

/// <summary>The code of other processes that this process has received. Types of parcels are looked up here and among what is loaded.</summary>
/// <remarks>Thread-safe. Code stays until the process ends.</remarks>
public static class CodeStore
{
    /// <summary>Keeps an assembly. It is loaded when a parcel first names it.</summary>
    /// <exception cref="WireFormatException">The image does not have the hash that it came with.</exception>
    public static void Add(CodeUnit unit) => throw new NotImplementedException();
}

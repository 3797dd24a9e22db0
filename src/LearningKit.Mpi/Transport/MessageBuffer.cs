namespace LearningKit.Mpi;

/// <summary>Where a message lies: the standard's triple of address, count and datatype. Its memory is pinned by whoever made it.</summary>
/// <param name="Address">The first element; null if there is none.</param>
/// <param name="Count">How many elements of the type.</param>
/// <param name="Type">How an element is laid out.</param>
public readonly unsafe record struct MessageBuffer(nint Address, int Count, Datatype Type)
{
    /// <summary>No message: what takes no part in a collective.</summary>
    public static MessageBuffer None => new(0, 0, Datatype.Byte);

    /// <summary>How many bytes of data travel, without the gaps of the type.</summary>
    public long Bytes => (long)Count * Type.Size;

    internal void* Pointer => (void*)Address;
}

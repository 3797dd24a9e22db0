namespace LearningKit.Shipping;

/// <summary>A packed value.</summary>
/// <param name="Body">The value in the wire format, without the contents of large arrays.</param>
/// <param name="Buffers">
/// The contents of large arrays of unmanaged elements, in the order in which the body names them: views of the sender's own
/// arrays, not copies, so they must be sent before the arrays change. An array of more than a gigabyte gives several.
/// </param>
/// <param name="Code">The assemblies that the receiver needs and may lack, dependencies first.</param>
public sealed record Parcel(ReadOnlyMemory<byte> Body, ReadOnlyMemory<byte>[] Buffers, IReadOnlyList<CodeUnit> Code)
{
    /// <summary>How many bytes travel, without the code.</summary>
    public long Size
    {
        get
        {
            long size = Body.Length;
            foreach (var buffer in Buffers) size += buffer.Length;
            return size;
        }
    }
}

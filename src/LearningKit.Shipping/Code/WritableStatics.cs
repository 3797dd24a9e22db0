using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;

namespace LearningKit.Shipping;

/// <summary>
/// Makes read-only static fields of an image writable, so that what they hold at home can be put into them elsewhere: the runtime refuses
/// to set a read-only one, and compiled code may have its value built in. Nothing else changes, metadata tokens least of all; that nobody
/// else writes to them the C# compiler has seen to.
/// </summary>
static class WritableStatics
{
    /// <summary>The image with its static fields writable. Data that lie in the image itself stay as they are.</summary>
    public static ReadOnlyMemory<byte> In(ReadOnlyMemory<byte> image)
    {
        var bytes = image.ToArray();
        using var file = new PEReader(ImmutableCollectionsMarshal.AsImmutableArray(bytes));
        var metadata = file.GetMetadataReader();
        var row = file.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.Field);
        for (var left = metadata.GetTableRowCount(TableIndex.Field); left > 0; left--, row += metadata.GetTableRowSize(TableIndex.Field))
        {
            var attributes = (FieldAttributes)BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(row));
            if ((attributes & (FieldAttributes.Static | FieldAttributes.HasFieldRVA)) == FieldAttributes.Static)
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(row), (ushort)(attributes & ~FieldAttributes.InitOnly));
        }
        return bytes;
    }
}

using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LearningKit.Shipping;

/// <summary>The bytes of a piece of an array of unmanaged elements, of any rank, as memory: a view, not a copy.</summary>
sealed class ByteView(Array array, long start, int length) : MemoryManager<byte>
{
    GCHandle handle;
    int pins;

    /// <summary>Views of so many bytes from a place on, each no longer than <see cref="WireFormat.BufferLimit"/>.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Of(Array array, long start, long length)
    {
        for (var end = start + length; start < end; start += WireFormat.BufferLimit)
            yield return new ByteView(array, start, (int)Math.Min(WireFormat.BufferLimit, end - start)).Memory;
    }

    public override Span<byte> GetSpan() =>
        MemoryMarshal.CreateSpan(ref Unsafe.AddByteOffset(ref MemoryMarshal.GetArrayDataReference(array), (nint)start), length);

    public override unsafe MemoryHandle Pin(int elementIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)elementIndex, (uint)length);
        lock (array)
        {
            if (pins++ == 0) handle = GCHandle.Alloc(array, GCHandleType.Pinned);
        }
        return new((byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(GetSpan())) + elementIndex, pinnable: this);
    }

    public override void Unpin()
    {
        lock (array)
        {
            if (--pins == 0) handle.Free();
        }
    }

    protected override void Dispose(bool disposing)
    {
    }
}

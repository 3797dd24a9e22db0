using System.Runtime.InteropServices;

namespace LearningKit.Data;

/// <summary>A copy of some bytes with <see cref="MappedRange.Padding"/> zeros before and after it.</summary>
sealed unsafe class PaddedCopy : IDisposable
{
    readonly byte* memory;

    public PaddedCopy(byte* source, long length)
    {
        var size = (nuint)(length + 2 * MappedRange.Padding);
        memory = (byte*)NativeMemory.AllocZeroed(size);
        Buffer.MemoryCopy(source, Pointer, length, length);
    }

    /// <summary>The first byte of the copy.</summary>
    public byte* Pointer => memory + MappedRange.Padding;

    public void Dispose() => NativeMemory.Free(memory);
}

using System.IO.MemoryMappedFiles;

namespace LearningKit.Data;

/// <summary>
/// A range of a file in the address space: the operating system's page cache is read in place, nothing is copied, and
/// pages that were read may be dropped again, so a file larger than memory costs none of it.
/// </summary>
/// <remarks>
/// <see cref="Pointer"/> is valid until disposal. Bytes past the range's end may not be mapped: a kernel that loads
/// whole vectors stops <see cref="Padding"/> bytes before it and takes the rest from a <see cref="PaddedCopy"/>.
/// </remarks>
sealed unsafe class MappedRange : IDisposable
{
    /// <summary>How many bytes kernels may load past what they look at.</summary>
    public const int Padding = 64;

    readonly MemoryMappedFile file;
    readonly MemoryMappedViewAccessor view;

    public MappedRange(FileRange range)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(range.Length, 1);
        file = MemoryMappedFile.CreateFromFile(range.Path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        view = file.CreateViewAccessor(range.Start, range.Length, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        Pointer = start + view.PointerOffset;
        Length = range.Length;
    }

    /// <summary>The range's first byte.</summary>
    public byte* Pointer { get; }

    /// <summary>How many bytes may be read.</summary>
    public long Length { get; }

    public void Dispose()
    {
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        file.Dispose();
    }
}

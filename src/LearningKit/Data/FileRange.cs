namespace LearningKit.Data;

/// <summary>A half-open range of a file's bytes: the part of a workload over files.</summary>
/// <param name="Path">The file.</param>
/// <param name="Start">The first byte.</param>
/// <param name="End">One past the last byte.</param>
public readonly record struct FileRange(string Path, long Start, long End)
{
    /// <summary>How many bytes the range holds.</summary>
    public long Length => End - Start;
}

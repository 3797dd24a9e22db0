using System.IO.MemoryMappedFiles;
using System.Runtime.Versioning;
using LearningKit.Measuring;

namespace LearningKit.Processes.Segments;

/// <summary>Memory with a name of the session's own: Windows frees it with the last handle to it, however its owner ended.</summary>
[SupportedOSPlatform("windows")]
sealed class NamedMapStore : SegmentStore
{
    const string Place = "map";

    public override StoredSegment Create(UInt128 key, long size)
    {
        try
        {
            // Committed at once: all of it is there, or the call fails.
            return new(MemoryMappedFile.CreateNew(NameOf(key), size), null, Place);
        }
        catch (IOException exception)
        {
            throw new IOException($"Shared memory of {ByteSize.Text(size)} cannot be had: {exception.Message} Share less at a time, or dispose of what is shared and not needed any more.", exception);
        }
    }

    public override StoredSegment Open(UInt128 key, string place)
    {
        try
        {
            return new(MemoryMappedFile.OpenExisting(NameOf(key)), null, Place);
        }
        catch (FileNotFoundException exception)
        {
            throw Gone("nobody has it open", exception);
        }
    }

    static string NameOf(UInt128 key) => $"Local\\LearningKit.{key:x32}";
}

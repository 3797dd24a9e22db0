using System.IO.MemoryMappedFiles;

namespace LearningKit.Processes.Segments;

/// <summary>Where the memory of segments comes from on a system.</summary>
abstract class SegmentStore
{
    /// <summary>The one for this system.</summary>
    public static SegmentStore Default { get; } =
        OperatingSystem.IsLinux() ? new MemfdStore() : OperatingSystem.IsWindows() ? new NamedMapStore() : new FileStore(FileStore.DefaultFolder);

    /// <summary>Reserves memory that is zero: whoever touches it later gets it.</summary>
    /// <exception cref="IOException">There is not so much; says how much there is.</exception>
    public abstract StoredSegment Create(UInt128 key, long size);

    /// <summary>Finds what another process has created.</summary>
    /// <exception cref="IOException">It is not there any more.</exception>
    public abstract StoredSegment Open(UInt128 key, string place);

    /// <summary>Why there is nothing at a place.</summary>
    protected static IOException Gone(string what, Exception? inner = null) =>
        new($"What processes shared is not there any more: {what}. It lives as long as the process that made it keeps it open; make it where it is used longest, and dispose of it after the last use.", inner);
}

/// <summary>The memory of one segment as a store hands it out.</summary>
/// <param name="Map">To map it by.</param>
/// <param name="File">What must stay open for others to find it; null if that is the map.</param>
/// <param name="Place">Where others find it.</param>
sealed record StoredSegment(MemoryMappedFile Map, IDisposable? File, string Place) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Map.Dispose();
        File?.Dispose();
    }
}

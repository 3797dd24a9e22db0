using LearningKit.Engines;

namespace LearningKit.Processes;

/// <summary>How items are handed out.</summary>
public sealed record MapOptions
{
    /// <summary>
    /// How many items make a task; null for Python's rule: about four tasks a worker (<see cref="ProcessPool.UsualChunkSize"/>), and
    /// one item for lazy maps.
    /// </summary>
    public int? ChunkSize { get; init; }

    /// <summary>Told of items that have a result or have failed; what is cancelled is not counted.</summary>
    /// <remarks>
    /// The threads that read results call it, so a worker's next result waits until it returns, and two may call it at the same
    /// time. It may dispose the pool, but must not wait for a call of it: the answer could be the one that waits.
    /// </remarks>
    public IProgress<RunProgress>? Progress { get; init; }

    /// <summary>Returns these options when they make sense.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The chunk size is not at least 1.</exception>
    internal MapOptions Validated() =>
        ChunkSize is < 1 ? throw new ArgumentOutOfRangeException(nameof(ChunkSize), ChunkSize, "ChunkSize must be at least 1, or null for the usual size.") : this;
}

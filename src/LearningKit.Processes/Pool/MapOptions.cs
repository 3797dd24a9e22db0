using LearningKit.Engines;

namespace LearningKit.Processes;

/// <summary>How items are handed out.</summary>
public sealed record MapOptions
{
    /// <summary>How many items make a task; null for Python's rule: about four tasks a worker.</summary>
    public int? ChunkSize { get; init; }

    /// <summary>Told of items that are done.</summary>
    public IProgress<RunProgress>? Progress { get; init; }
}

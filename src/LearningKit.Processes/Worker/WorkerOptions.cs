namespace LearningKit.Processes;

/// <summary>How a worker is started.</summary>
public sealed record WorkerOptions
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its number in the pool, from 0: the lane in a timeline.</summary>
    public int Index { get; init; }

    /// <summary>How many workers share this machine: each gets its share of the processors' and of the memory's limit.</summary>
    public int Siblings { get; init; } = 1;

    /// <summary>The most bytes that its heap may grow to; null for its share of the machine's or the container's memory.</summary>
    public long? MemoryLimit { get; init; }

    /// <summary>Told what it prints, line by line and in order; null: this process prints it, labelled.</summary>
    public Action<WorkerOutput>? Printed { get; init; }
}

namespace LearningKit.Processes;

/// <summary>How a pool treats its workers and tasks.</summary>
public sealed record PoolOptions
{
    /// <summary>What each worker calls before its first task.</summary>
    public Action? Initializer { get; init; }

    /// <summary>After so many tasks a worker is replaced by a fresh one; null: never.</summary>
    public int? MaxTasksPerChild { get; init; }

    /// <summary>How often a task is tried again after its worker died under it. An exception is no death: it is never tried again.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>How long one task may run; then its worker is ended and the task fails. Null: as long as it likes.</summary>
    public TimeSpan? TaskTimeout { get; init; }

    /// <summary>How long a cancelled task may go on before its worker is ended.</summary>
    public TimeSpan CancelPatience { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The most bytes that each worker's heap may grow to; null: its share of what the machine or the container has.</summary>
    public long? WorkerMemory { get; init; }

    /// <summary>Told what workers print, line by line; null: this process prints it, labelled with the worker's name.</summary>
    public Action<WorkerOutput>? Printed { get; init; }
}

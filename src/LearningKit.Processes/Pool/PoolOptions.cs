namespace LearningKit.Processes;

/// <summary>How a pool treats its workers and tasks.</summary>
public sealed record PoolOptions
{
    /// <summary>
    /// What each worker calls before its first task. What it puts into static fields stays there for the tasks; what it puts into variables
    /// does not, since each call brings them anew.
    /// </summary>
    public Action? Initializer { get; init; }

    /// <summary>After so many tasks a worker is replaced by a fresh one; null: never.</summary>
    public int? MaxTasksPerChild { get; init; }

    /// <summary>How often a task is tried again after its worker died under it. An exception is no death: it is never tried again.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>
    /// How long one task may run; then its worker is ended and the task fails. Null: as long as it likes. With a limit short tasks
    /// are not sent ahead, so they take longer.
    /// </summary>
    public TimeSpan? TaskTimeout { get; init; }

    /// <summary>How long a cancelled task may go on before its worker is ended.</summary>
    public TimeSpan CancelPatience { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The most bytes that each worker's heap may grow to; null: its share of what the machine or the container has.</summary>
    public long? WorkerMemory { get; init; }

    /// <summary>Told what workers print, line by line; null: this process prints it, labelled with the worker's name.</summary>
    public Action<WorkerOutput>? Printed { get; init; }

    /// <summary>Returns these options when they make sense.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One of them does not.</exception>
    internal PoolOptions Validated()
    {
        if (MaxTasksPerChild is < 1) throw Wrong(nameof(MaxTasksPerChild), MaxTasksPerChild, "at least 1, or null for workers that are never replaced");
        if (Retries < 0) throw Wrong(nameof(Retries), Retries, "0 or more");
        if (TaskTimeout <= TimeSpan.Zero) throw Wrong(nameof(TaskTimeout), TaskTimeout, "longer than 0, or null for no limit");
        if (CancelPatience < TimeSpan.Zero) throw Wrong(nameof(CancelPatience), CancelPatience, "0 or longer");
        if (WorkerMemory <= 0) throw Wrong(nameof(WorkerMemory), WorkerMemory, "more than 0 bytes, or null for a share of the machine's");
        return this;

        static ArgumentOutOfRangeException Wrong(string name, object? value, string wanted) => new(name, value, $"{name} must be {wanted}.");
    }
}

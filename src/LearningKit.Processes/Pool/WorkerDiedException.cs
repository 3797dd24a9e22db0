namespace LearningKit.Processes;

/// <summary>A worker died of a task, and so did those that tried it again: the task is poison, or the machine has no room for it.</summary>
/// <param name="first">The number of the task's first item, from 0.</param>
/// <param name="count">How many items it had.</param>
/// <param name="attempts">How many workers died of it.</param>
/// <param name="end">How the last of them ended.</param>
public sealed class WorkerDiedException(long first, int count, int attempts, WorkerEnd end)
    : Exception($"{Describe(first, count)} could not be computed: its worker died, at {attempts} of {attempts} attempts. {end.Explanation}")
{
    /// <summary>The number of the task's first item, from 0.</summary>
    public long Item { get; } = first;

    /// <summary>How many items the task had: more than one only where <see cref="PoolOptions.Retries"/> is 0, else they are tried again one by one.</summary>
    public int Count { get; } = count;

    /// <summary>How many workers died of it.</summary>
    public int Attempts { get; } = attempts;

    /// <summary>How the last of them ended.</summary>
    public WorkerEnd End { get; } = end;

    /// <summary>Items, for people.</summary>
    internal static string Describe(long first, int count) => count == 1 ? $"Item {first}" : $"A task of items {first} to {first + count - 1}";
}

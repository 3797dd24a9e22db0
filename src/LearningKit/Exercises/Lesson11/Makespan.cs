namespace LearningKit.Exercises;

/// <summary>
/// Forecasts how long a pool takes for tasks of known length: whoever is free takes the next chunk. The time until the last
/// worker is done is called the makespan.
/// </summary>
/// <example>
/// <code>
/// long[] lengths = [1, 1, 1, 9];
/// Makespan.Of(lengths, order: [0, 1, 2, 3], chunkSize: 1, workers: 2, taskCost: 0)   // 10: the long one came last
/// Makespan.Of(lengths, order: [3, 0, 1, 2], chunkSize: 1, workers: 2, taskCost: 0)   // 9
/// </code>
/// </example>
public static class Makespan
{
    /// <summary>The makespan, in the unit of the lengths.</summary>
    /// <param name="lengths">How long each item takes.</param>
    /// <param name="order">The numbers of the items in the order in which they are handed out.</param>
    /// <param name="chunkSize">How many items that follow each other in <paramref name="order"/> make a task.</param>
    /// <param name="workers">How many workers there are.</param>
    /// <param name="taskCost">What each task costs its worker besides its items.</param>
    /// <exception cref="ArgumentOutOfRangeException">The chunk size or the workers are below 1.</exception>
    public static long Of(IReadOnlyList<long> lengths, IReadOnlyList<int> order, int chunkSize, int workers, long taskCost)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        ArgumentNullException.ThrowIfNull(order);
        ArgumentOutOfRangeException.ThrowIfLessThan(chunkSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        var free = new PriorityQueue<int, long>(Enumerable.Range(0, workers).Select(worker => (worker, 0L)));   // who is free when
        var last = 0L;
        foreach (var chunk in order.Chunk(chunkSize))
        {
            free.TryDequeue(out var worker, out var time);
            time += taskCost + chunk.Sum(item => lengths[item]);
            last = Math.Max(last, time);
            free.Enqueue(worker, time);
        }
        return last;
    }
}

namespace LearningKit.Measuring;

/// <summary>The limits of the shared thread pool of this process.</summary>
/// <param name="MinWorkers">So many threads start at once; beyond it the pool waits before it adds one.</param>
/// <param name="MaxWorkers">The most threads that compute.</param>
/// <param name="Threads">The threads that the pool has now.</param>
public sealed record ThreadPoolSettings(int MinWorkers, int MaxWorkers, int Threads)
{
    /// <summary>Reads the limits as they are now.</summary>
    public static ThreadPoolSettings Read()
    {
        ThreadPool.GetMinThreads(out var least, out _);
        ThreadPool.GetMaxThreads(out var most, out _);
        return new(least, most, ThreadPool.ThreadCount);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Threads} threads now, {MinWorkers} at once, {MaxWorkers} at most";
}

namespace LearningKit.Processes;

/// <summary>A task that a worker was told to execute, and the source of its cancellation.</summary>
sealed class WorkerTask(long id, Work work) : CancellationTokenSource
{
    /// <summary>The task's number in the pool.</summary>
    public long Id => id;

    /// <summary>What is to be computed.</summary>
    public Work Work => work;
}

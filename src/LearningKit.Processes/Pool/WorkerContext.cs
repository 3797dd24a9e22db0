namespace LearningKit.Processes;

/// <summary>What a task can ask about the worker that runs it.</summary>
/// <param name="Name">The worker's name.</param>
/// <param name="Index">Its number in the pool, from 0.</param>
/// <param name="Cancel">Cancelled when the task is no longer wanted.</param>
public sealed record WorkerContext(string Name, int Index, CancellationToken Cancel)
{
    /// <summary>The worker that this code runs in; null outside of workers.</summary>
    public static WorkerContext? Current => throw new NotImplementedException();
}

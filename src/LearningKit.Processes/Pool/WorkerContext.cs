namespace LearningKit.Processes;

/// <summary>What a task can ask about the worker that runs it.</summary>
/// <param name="Name">The worker's name.</param>
/// <param name="Index">Its number in the pool, from 0.</param>
/// <param name="Cancel">Cancelled when the task is no longer wanted.</param>
public sealed record WorkerContext(string Name, int Index, CancellationToken Cancel)
{
    static readonly AsyncLocal<WorkerContext?> current = new();

    /// <summary>The worker that this code runs in, also on threads and tasks that a task of the pool started; null outside of workers.</summary>
    public static WorkerContext? Current
    {
        get => current.Value;
        internal set => current.Value = value;
    }
}

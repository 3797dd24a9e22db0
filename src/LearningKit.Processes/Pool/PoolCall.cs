namespace LearningKit.Processes;

/// <summary>One call of a pool by its user: what all tasks have in common that come from it.</summary>
/// <param name="function">The function that its tasks are for; null if each brings its own.</param>
sealed class PoolCall(PoolFunction? function = null)
{
    /// <summary>The function that its tasks are for; null if each brings its own.</summary>
    public PoolFunction? Function => function;

    /// <summary>What follows the caller into callbacks, for example the notebook's cell, in which workers' prints are to be shown.</summary>
    public ExecutionContext? Context { get; } = ExecutionContext.Capture();

    /// <summary>Why no task of it may start any more; null while they may. Guarded by the dispatcher.</summary>
    public Exception? Cancelled { get; set; }
}

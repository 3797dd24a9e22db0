namespace LearningKit.Processes.Tests.Pool;

/// <summary>
/// Where a test meets a task that a fake worker executes in this process: static, for what a task captures is a copy. Each test has
/// its own, named by a type.
/// </summary>
static class Stage<TTest>
{
    static readonly TaskCompletionSource entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    static readonly ManualResetEventSlim over = new();
    static int entries;

    /// <summary>Completes when a task has come.</summary>
    public static Task Entered => entered.Task;

    /// <summary>How many tasks have come.</summary>
    public static int Entries => Volatile.Read(ref entries);

    /// <summary>Says in a task that it has come.</summary>
    public static void Enter()
    {
        Interlocked.Increment(ref entries);
        entered.TrySetResult();
    }

    /// <summary>Holds a task until the test is over.</summary>
    public static void WaitForEnd() => over.Wait();

    /// <summary>Lets go of all tasks when it is disposed of.</summary>
    public static IDisposable Hold() => new End();

    sealed class End : IDisposable
    {
        public void Dispose() => over.Set();
    }
}

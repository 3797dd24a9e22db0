namespace LearningKit.Notebooks.Running;

/// <summary>
/// Cancels a token when a time has passed. It waits on a thread of its own: a timer would call back on the thread pool,
/// which the very cell that is to be stopped may have blocked.
/// </summary>
sealed class TimeLimit : IDisposable
{
    readonly ManualResetEventSlim ended = new();
    readonly CancellationTokenSource source;
    readonly Thread thread;

    /// <summary>Starts the clock.</summary>
    /// <param name="limit">The time.</param>
    /// <param name="cancel">Cancels the token early.</param>
    public TimeLimit(TimeSpan limit, CancellationToken cancel)
    {
        source = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        thread = new(() =>
        {
            if (ended.Wait(limit)) return;
            Passed = true;
            source.Cancel();
        })
        { IsBackground = true, Name = "time limit" };
        thread.Start();
    }

    /// <summary>Cancelled when the time has passed.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>True if the time has passed.</summary>
    public bool Passed { get; private set; }

    /// <summary>The error of a cell that took longer.</summary>
    public static ErrorOutput Error(TimeSpan limit) => new(
        "TimeoutException", $"The cell ran longer than its time limit of {limit.TotalSeconds:0.##} s and was stopped.");

    /// <summary>Stops the clock.</summary>
    public void Dispose()
    {
        ended.Set();
        thread.Join();
        ended.Dispose();
        source.Dispose();
    }
}

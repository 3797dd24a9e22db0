using LearningKit.Shipping;

namespace LearningKit.Processes;

/// <summary>
/// A place in a pool: a worker, and after its end the next one. Its thread starts them, serves them and sees to the task that
/// one leaves unfinished.
/// </summary>
sealed class PoolLane : IAsyncDisposable
{
    const int MostFailedStarts = 3;

    readonly WorkerOptions self;
    readonly PoolOptions options;
    readonly Func<WorkerOptions, IWorker> start;
    readonly Parcel? initializer;
    readonly Dispatcher dispatcher;
    readonly PoolRecords records;
    readonly TaskCompletionSource started = new(), ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly List<Task> ending = [];
    readonly Thread thread;
    volatile PoolWorker? worker;
    int generation;

    public PoolLane(WorkerOptions self, PoolOptions options, Func<WorkerOptions, IWorker> start, Parcel? initializer, Dispatcher dispatcher, PoolRecords records)
    {
        (this.self, this.options, this.start, this.initializer) = (self, options, start, initializer);
        (this.dispatcher, this.records) = (dispatcher, records);
        thread = new(Live) { IsBackground = true, Name = $"reader of {self.Name}" };
        thread.UnsafeStart();
    }

    /// <summary>True on its own thread, which also makes the progress reports.</summary>
    public bool IsThisThread => Thread.CurrentThread == thread;

    /// <summary>Completes when the worker's process is gone, while the lane may still be making a report.</summary>
    public Task WorkerEnded => worker is { } now ? Task.WhenAny(ended.Task, now.Ended) : ended.Task;

    /// <summary>Waits until nothing of its workers is left, which they leave when the dispatcher is closed.</summary>
    public ValueTask DisposeAsync() => new(ended.Task);

    /// <summary>The worker as it is now; null if none could be started. Waits for the first to have a process.</summary>
    public WorkerInfo? Worker
    {
        get
        {
            started.Task.Wait();
            return worker is { } now ? new(now.Name, now.Index, now.ProcessId, now.TasksDone) : null;
        }
    }

    void Live()
    {
        try
        {
            for (var failedStarts = 0; dispatcher.Closed is null;)
            {
                if (LiveOnce() is not { } death) failedStarts = 0;
                else if (++failedStarts == MostFailedStarts)
                    throw new WorkerStartException($"{MostFailedStarts} workers in a row ended before they were ready. {death.Explanation}");
            }
        }
        catch (WorkerStartException exception)
        {
            dispatcher.Close(exception);
        }
        started.TrySetResult();
        Task.WhenAll(ending).Wait();
        ended.SetResult();
    }

    /// <summary>The life of one worker.</summary>
    /// <returns>How it ended if it was never ready; else null.</returns>
    WorkerEnd? LiveOnce()
    {
        var name = ++generation == 1 ? self.Name : $"{self.Name} ({generation})";
        var worker = this.worker = Start(name);
        started.TrySetResult();
        if (!dispatcher.Add(worker)) worker.Kill();
        var ready = false;
        IReadOnlyList<PoolTask> unfinished = [];
        try
        {
            ready = worker.BecomeReady(initializer);
            if (ready) unfinished = worker.Serve();
        }
        finally
        {
            dispatcher.Remove(worker);
            ending.RemoveAll(end => end.IsCompleted);
            ending.Add(worker.DisposeAsync().AsTask());
        }
        // What only waited there goes to others at once, and counts as not tried.
        foreach (var task in unfinished.Skip(1)) dispatcher.Submit(task);
        if (ready && unfinished.Count == 0) return null;
        var end = worker.Ended.GetAwaiter().GetResult();
        if (!ready) return end;
        TryAgain(unfinished[0], worker, end);
        return null;
    }

    PoolWorker Start(string name)
    {
        try
        {
            return new(self with { Name = name }, options, start, dispatcher, records);
        }
        catch (Exception exception) when (exception is not WorkerStartException)
        {
            throw new WorkerStartException($"{name} could not be started: {exception.Message}", exception);
        }
    }

    void TryAgain(PoolTask task, PoolWorker worker, WorkerEnd end)
    {
        var outcome = task.Stopped switch { null => TaskOutcome.WorkerDied, TimeoutException => TaskOutcome.TimedOut, _ => TaskOutcome.Cancelled };
        var record = records.Add(task, worker, default, 0, outcome);
        if (task.Stopped is { } reason) task.End(reason, record);
        else if (task.Attempt > options.Retries) task.End(new WorkerDiedException(task.First, task.Count, task.Attempt, end), record);
        else foreach (var again in task.Again()) dispatcher.Submit(again);
    }
}

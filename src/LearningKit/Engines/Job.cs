using System.Collections.Concurrent;
using LearningKit.Tracing;

namespace LearningKit.Engines;

/// <summary>
/// The parts of one run, as an engine sees them: numbers from 0 to <see cref="Count"/> - 1, each to be
/// executed once. The job keeps results, failures, trace and progress, so that an engine need only say who executes
/// which part.
/// </summary>
/// <remarks>Thread-safe: workers call <see cref="Execute"/> at the same time, each part once.</remarks>
public abstract class Job
{
    readonly ConcurrentBag<PartFailure> failures = [];
    readonly IProgress<RunProgress>? progress;
    readonly CancellationToken cancel;
    readonly Trace? trace;
    int done;

    private protected Job(int count, RunOptions options, CancellationToken cancel)
    {
        Count = count;
        (trace, progress, this.cancel) = (options.Trace, options.Progress, cancel);
    }

    /// <summary>How many parts there are.</summary>
    public int Count { get; }

    /// <summary>True when no further part may be started: the run was cancelled, or a part failed.</summary>
    public bool Stopped => cancel.IsCancellationRequested || !failures.IsEmpty;

    /// <summary>Stops the run.</summary>
    public CancellationToken Cancellation => cancel;

    /// <summary>True when the parts mostly wait and can do so without holding a thread.</summary>
    public abstract bool IsAsync { get; }

    /// <summary>
    /// Executes one part on the calling thread. Nothing is thrown here: an exception stops the job, and the run throws at its end.
    /// </summary>
    /// <param name="part">The part's number.</param>
    /// <param name="worker">The number of the worker, from 0: the lane in a timeline.</param>
    public void Execute(int part, int worker)
    {
        var start = trace?.Now ?? default;
        try
        {
            Compute(part);
            Succeed(part, worker, start);
        }
        catch (Exception exception)
        {
            Fail(part, worker, start, exception);
        }
    }

    /// <summary>As <see cref="Execute"/>; while the part waits, no thread is held if <see cref="IsAsync"/>.</summary>
    /// <inheritdoc cref="Execute" path="/param"/>
    public async ValueTask ExecuteAsync(int part, int worker)
    {
        var start = trace?.Now ?? default;
        try
        {
            await ComputeAsync(part, cancel).ConfigureAwait(false);
            Succeed(part, worker, start);
        }
        catch (Exception exception)
        {
            Fail(part, worker, start, exception);
        }
    }

    /// <summary>Ends the job: throws when it was cancelled or a part failed.</summary>
    internal void ThrowIfStopped()
    {
        if (!failures.IsEmpty) throw new PartFailedException([.. failures.OrderBy(failure => failure.Part)], Completed(), Count);
        if (done < Count) cancel.ThrowIfCancellationRequested();
    }

    private protected abstract void Compute(int part);

    private protected abstract ValueTask ComputeAsync(int part, CancellationToken cancel);

    private protected abstract IReadOnlyDictionary<int, object?> Completed();

    void Succeed(int part, int worker, TimeSpan start)
    {
        trace?.Add(TraceCategory.Execute, $"part {part}", start, worker, part);
        CountDone();
    }

    void Fail(int part, int worker, TimeSpan start, Exception exception)
    {
        trace?.Add(TraceCategory.Execute, $"part {part}", start, worker, part, failed: true);
        Keep(part, worker, exception);
    }

    private protected void Succeed(int part, PartExecution execution)
    {
        Record(part, execution, failed: false);
        CountDone();
    }

    private protected void Fail(int part, PartExecution execution, Exception exception)
    {
        Record(part, execution, failed: true);
        Keep(part, execution.Worker, exception);
    }

    void CountDone()
    {
        var count = Interlocked.Increment(ref done);
        progress?.Report(new(count, Count));
    }

    void Keep(int part, int worker, Exception exception)
    {
        var cancelled = exception is OperationCanceledException && cancel.IsCancellationRequested;
        if (!cancelled) failures.Add(new(part, worker, exception));
    }

    void Record(int part, PartExecution execution, bool failed)
    {
        if (trace is null) return;
        var start = trace.At(execution.Started);
        trace.Add(new()
        {
            Name = $"part {part}",
            Category = TraceCategory.Execute,
            Start = start,
            Duration = trace.At(execution.Ended) - start,
            Worker = execution.Worker,
            Part = part,
            Process = execution.Process,
            Core = execution.Core,
            Failed = failed,
        });
    }
}

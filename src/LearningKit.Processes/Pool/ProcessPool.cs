using LearningKit.Shipping;
using LearningKit.Tracing;

namespace LearningKit.Processes;

/// <summary>A pool of worker processes, under the terms of Python's multiprocessing.Pool.</summary>
/// <example>
/// <code>
/// await using var pool = new ProcessPool(workers: 2);
/// var factor = 3;
/// int[] products = pool.Map(x => factor * x, [1, 2, 3]);
/// </code>
/// </example>
/// <remarks>
/// Thread-safe. A function travels with what it captured: what it changes there, it changes in its worker alone.
/// <para>
/// Workers are always started afresh (Python's "spawn"). The README in this folder says why, how tasks are handed out, and what
/// happens when a worker dies.
/// </para>
/// </remarks>
public sealed partial class ProcessPool : IAsyncDisposable, IDisposable
{
    readonly Dispatcher dispatcher;
    readonly PoolRecords records = new();
    readonly PoolLane[] lanes;
    long functions;
    volatile bool disposed;

    /// <summary>Makes a pool; its workers start in the background.</summary>
    /// <param name="workers">How many; null for one a processor.</param>
    /// <param name="options">How workers and tasks are treated.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no workers or too many, or an option makes no sense.</exception>
    /// <exception cref="CannotTravelException">The initialiser cannot travel.</exception>
    public ProcessPool(int? workers = null, PoolOptions? options = null) : this(workers, options, WorkerProcess.Start) { }

    internal ProcessPool(int? workers, PoolOptions? options, Func<WorkerOptions, IWorker> start)
    {
        options = (options ?? new()).Validated();
        var count = new Engines.RunOptions { Workers = workers ?? Environment.ProcessorCount }.Validated().Workers;
        var initializer = options.Initializer is { } initialize ? Packer.Pack<Work>(new ApplyWork<bool, bool>(ItemFunction.Of(initialize), true)) : null;
        dispatcher = new(options.CancelPatience);
        lanes = new PoolLane[count];
        for (var index = 0; index < count; index++)
        {
            var self = new WorkerOptions { Name = $"worker {index}", Index = index, Siblings = count, MemoryLimit = options.WorkerMemory };
            lanes[index] = new(self, options, start, initializer, dispatcher, records);
        }
    }

    /// <summary>Its workers as they are now.</summary>
    public IReadOnlyList<WorkerInfo> Workers => [.. lanes.Select(lane => lane.Worker).OfType<WorkerInfo>()];

    /// <summary>
    /// Who ran what when: one record for each execution of a task, in the order in which they ended. The last 100,000 are kept.
    /// </summary>
    public IReadOnlyList<TaskRecord> Records => records.All;

    /// <summary>The records as a trace, to be drawn: <c>new GanttChart(pool.Trace)</c>.</summary>
    public Trace Trace
    {
        get
        {
            var trace = new Trace();
            foreach (var record in Records) trace.Add(record.ToTraceEvent());
            return trace;
        }
    }

    /// <summary>Ends the workers at once, also those that work: what is in flight is cancelled. Leaves nothing behind.</summary>
    /// <remarks>Within a progress report it waits for the workers' processes alone: the threads that make reports end after them.</remarks>
    public async ValueTask DisposeAsync()
    {
        var isWithinReport = lanes.Any(lane => lane.IsThisThread);
        disposed = true;
        dispatcher.Close(new OperationCanceledException("The pool was disposed before the task was done."));
        foreach (var lane in lanes) await (isWithinReport ? lane.WorkerEnded : lane.DisposeAsync().AsTask()).ConfigureAwait(false);
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    void Wait(PoolCall call, Task settled, CancellationToken cancel)
    {
        using var registration = CancelWith(call, cancel);
        try
        {
            settled.Wait(CancellationToken.None);
        }
        finally
        {
            // A notebook stops a cell by stopping its thread, wherever that is.
            if (!settled.IsCompleted) dispatcher.Cancel(call, "The thread that waited for the call was stopped.");
            call.Function?.IsOver = true;
        }
    }

    async Task WaitAsync(PoolCall call, Task settled, CancellationToken cancel)
    {
        using var registration = CancelWith(call, cancel);
        await settled.ConfigureAwait(false);
        call.Function?.IsOver = true;
    }

    CancellationTokenRegistration CancelWith(PoolCall call, CancellationToken cancel) =>
        cancel.UnsafeRegister(_ => dispatcher.Cancel(call, "The call was cancelled."), null);
}

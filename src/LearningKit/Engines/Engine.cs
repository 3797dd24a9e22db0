using LearningKit.Tracing;
using LearningKit.Workloads;

namespace LearningKit.Engines;

/// <summary>The three steps that every engine shares: divide, execute, gather.</summary>
/// <remarks>An engine whose parts execute in this process derives from <see cref="InProcessEngine"/>.</remarks>
public abstract class Engine : IEngine
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public async Task<TAnswer> RunAsync<TPart, TPartial, TAnswer>(
        IWorkload<TPart, TPartial, TAnswer> workload, RunOptions? options = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(workload);
        options = (options ?? new()).Validated();
        cancel.ThrowIfCancellationRequested();

        var parts = Trace.Time(options.Trace, TraceCategory.Divide, () => workload.Divide(options.PartsWanted));
        var job = new WorkloadJob<TPart, TPartial, TAnswer>(workload, parts, options, cancel);
        await ExecutePartsAsync(job, options.Workers).ConfigureAwait(false);
        job.ThrowIfStopped();
        return Trace.Time(options.Trace, TraceCategory.Gather, () => workload.Gather(job.Partials));
    }

    /// <summary>
    /// Executes every part of the job once, until all are done or the job is stopped. An engine whose parts execute elsewhere sends
    /// <see cref="WorkloadJob{TPart, TPartial, TAnswer}.Workload"/> and parts there, and enters what comes back.
    /// </summary>
    /// <param name="job">The parts.</param>
    /// <param name="workers">How many parts may run at the same time.</param>
    protected abstract Task ExecutePartsAsync<TPart, TPartial, TAnswer>(WorkloadJob<TPart, TPartial, TAnswer> job, int workers);

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

using LearningKit.Workloads;

namespace LearningKit.Engines;

/// <summary>The job of one workload: keeps the partial results in part order.</summary>
public sealed class WorkloadJob<TPart, TPartial, TAnswer> : Job
{
    readonly IWorkload<TPart, TPartial, TAnswer> workload;
    readonly IReadOnlyList<TPart> parts;
    readonly TPartial[] partials;
    readonly bool[] finished;

    internal WorkloadJob(IWorkload<TPart, TPartial, TAnswer> workload, IReadOnlyList<TPart> parts, RunOptions options, CancellationToken cancel)
        : base(parts.Count, options, cancel)
    {
        (this.workload, this.parts) = (workload, parts);
        (partials, finished) = (new TPartial[parts.Count], new bool[parts.Count]);
    }

    /// <summary>The problem, for engines that send it elsewhere.</summary>
    public IWorkload<TPart, TPartial, TAnswer> Workload => workload;

    /// <summary>The parts by number, for engines that send them elsewhere.</summary>
    public IReadOnlyList<TPart> Parts => parts;

    /// <inheritdoc/>
    public override bool IsAsync => workload is IAsyncWorkload<TPart, TPartial, TAnswer>;

    internal IReadOnlyList<TPartial> Partials => partials;

    /// <summary>Enters what a part yielded that was executed elsewhere.</summary>
    /// <param name="part">The part's number.</param>
    /// <param name="partial">What it yielded.</param>
    /// <param name="execution">Who executed it when.</param>
    public void Succeed(int part, TPartial partial, PartExecution execution)
    {
        partials[part] = partial;
        finished[part] = true;
        Succeed(part, execution);
    }

    /// <summary>Enters that a part failed elsewhere: the job stops, and the run throws at its end.</summary>
    /// <param name="part">The part's number.</param>
    /// <param name="exception">What it threw, or why it could not be executed.</param>
    /// <param name="execution">Who executed it when.</param>
    public void Fail(int part, Exception exception, PartExecution execution) => Fail(part, execution, exception);

    private protected override void Compute(int part)
    {
        partials[part] = workload.Execute(parts[part]);
        finished[part] = true;
    }

    private protected override async ValueTask ComputeAsync(int part, CancellationToken cancel)
    {
        partials[part] = workload is IAsyncWorkload<TPart, TPartial, TAnswer> waiting
            ? await waiting.ExecuteAsync(parts[part], cancel).ConfigureAwait(false)
            : workload.Execute(parts[part]);
        finished[part] = true;
    }

    private protected override Dictionary<int, object?> Completed() =>
        Enumerable.Range(0, Count).Where(part => finished[part]).ToDictionary(part => part, part => (object?)partials[part]);
}

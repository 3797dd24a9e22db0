using LearningKit.Workloads;

namespace LearningKit.Engines;

/// <summary>The job of one workload: keeps the partial results in part order.</summary>
sealed class WorkloadJob<TPart, TPartial, TAnswer>(
    IWorkload<TPart, TPartial, TAnswer> workload, IReadOnlyList<TPart> parts, RunOptions options, CancellationToken cancel)
    : Job(parts.Count, options, cancel)
{
    readonly TPartial[] partials = new TPartial[parts.Count];
    readonly bool[] finished = new bool[parts.Count];

    public IReadOnlyList<TPartial> Partials => partials;

    public override bool IsAsync => workload is IAsyncWorkload<TPart, TPartial, TAnswer>;

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

using LearningKit.Workloads;

namespace LearningKit.Conformance;

/// <summary>As <see cref="PartsWithADeed"/>, of a kind that could be told to stop, and does not listen.</summary>
/// <inheritdoc/>
public sealed record PartsDeafToCancellation(int Items, string Folder, Deed Deed) : PartsWithADeed(Items, Folder, Deed), IAsyncWorkload<int, int, int[]>
{
    /// <inheritdoc/>
    public ValueTask<int> ExecuteAsync(int part, CancellationToken cancel) => new(Execute(part));
}

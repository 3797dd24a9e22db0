using LearningKit.Workloads;

namespace LearningKit.Conformance;

/// <summary>As <see cref="SquaresInOrder"/>, with parts that wait.</summary>
public sealed record SquaresAwaited(int Items) : IAsyncWorkload<int, int, int[]>
{
    /// <inheritdoc/>
    public int[] Solve() => [.. Enumerable.Range(0, Items).Select(i => i * i)];

    /// <inheritdoc/>
    public IReadOnlyList<int> Divide(int parts) => [.. Enumerable.Range(0, Items)];

    /// <inheritdoc/>
    public int Execute(int part) => part * part;

    /// <inheritdoc/>
    public async ValueTask<int> ExecuteAsync(int part, CancellationToken cancel)
    {
        await Task.Yield();
        return Execute(part);
    }

    /// <inheritdoc/>
    public int[] Gather(IEnumerable<int> partials) => [.. partials];
}

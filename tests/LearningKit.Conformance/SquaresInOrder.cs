using LearningKit.Workloads;

namespace LearningKit.Conformance;

/// <summary>Squares the numbers from 0. The answer shows a lost, doubled or misplaced part.</summary>
public sealed record SquaresInOrder(int Items) : IWorkload<IndexRange, int[], int[]>
{
    /// <inheritdoc/>
    public int[] Solve() => Execute(new(0, Items));

    /// <inheritdoc/>
    public IReadOnlyList<IndexRange> Divide(int parts) => IndexRange.Divide(Items, parts);

    /// <inheritdoc/>
    public int[] Execute(IndexRange part) => [.. Enumerable.Range((int)part.Start, (int)part.Count).Select(i => i * i)];

    /// <inheritdoc/>
    public int[] Gather(IEnumerable<int[]> partials) => [.. partials.SelectMany(squares => squares)];
}

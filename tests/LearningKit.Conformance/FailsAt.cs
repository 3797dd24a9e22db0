using LearningKit.Workloads;

namespace LearningKit.Conformance;

/// <summary>One item a part; the bad one throws.</summary>
public sealed record FailsAt(int Items, int Bad) : IWorkload<int, int, int>
{
    /// <inheritdoc/>
    public int Solve() => throw new InvalidDataException($"item {Bad} is bad");

    /// <inheritdoc/>
    public IReadOnlyList<int> Divide(int parts) => [.. Enumerable.Range(0, Items)];

    /// <inheritdoc/>
    public int Execute(int part) => part == Bad ? throw new InvalidDataException($"item {part} is bad") : part;

    /// <inheritdoc/>
    public int Gather(IEnumerable<int> partials) => partials.Sum();
}

namespace LearningKit.Workloads;

/// <summary>One line of the <see cref="WorkloadCatalog"/>: how to make a workload from a size and a seed.</summary>
/// <param name="Name">The name in commands and charts, in kebab-case.</param>
/// <param name="Summary">What it computes, in one sentence.</param>
/// <param name="SizeMeaning">What the size counts, with its unit.</param>
/// <param name="DefaultSize">A size that takes about a second on one core of a laptop.</param>
/// <param name="Create">Makes the workload from a size and a seed.</param>
public sealed record WorkloadInfo(string Name, string Summary, string SizeMeaning, long DefaultSize, Func<long, int, Problem> Create)
{
    /// <summary>
    /// How the work grows with the size: as the size to this power. 1 where the size counts the work itself, 2 for the side of
    /// a square, 3 for the rows of a matrix product. A weak scaling study needs it to give every worker the same work.
    /// </summary>
    public double WorkExponent { get; init; } = 1;
}

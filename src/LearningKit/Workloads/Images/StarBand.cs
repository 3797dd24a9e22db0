namespace LearningKit.Workloads;

/// <summary>What was found in a band of rows: patches, and which of them touch the band's borders, where they may go on.</summary>
/// <param name="Spots">The patches of the band.</param>
/// <param name="Top">The bright runs of the first row.</param>
/// <param name="Bottom">The bright runs of the last row.</param>
public sealed record StarBand(IReadOnlyList<StarSpot> Spots, IReadOnlyList<StarRun> Top, IReadOnlyList<StarRun> Bottom);

namespace LearningKit.Workloads;

/// <summary>Bright pixels side by side in a row.</summary>
/// <param name="Start">The first column.</param>
/// <param name="End">One past the last column.</param>
/// <param name="Spot">The index of the patch to which they belong.</param>
public readonly record struct StarRun(int Start, int End, int Spot)
{
    /// <summary>True when a run of the row below touches this one, corners included.</summary>
    public bool Touches(StarRun below) => Start <= below.End && below.Start <= End;
}

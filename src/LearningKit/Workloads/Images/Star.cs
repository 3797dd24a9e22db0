namespace LearningKit.Workloads;

/// <summary>A star as it was put into an image.</summary>
/// <param name="X">The column of its centre.</param>
/// <param name="Y">The row of its centre.</param>
/// <param name="Peak">The brightness of its centre, without noise.</param>
public readonly record struct Star(int X, int Y, int Peak);

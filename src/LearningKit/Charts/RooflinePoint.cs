namespace LearningKit.Charts;

/// <summary>A kernel under the roofline.</summary>
/// <param name="Name">The kernel.</param>
/// <param name="FlopsPerByte">Its arithmetic intensity: floating-point operations for each byte moved from memory.</param>
/// <param name="GFlops">What it reached, in 1e9 floating-point operations a second.</param>
public readonly record struct RooflinePoint(string Name, double FlopsPerByte, double GFlops);

namespace LearningKit.Workloads;

/// <summary>A patch of connected bright pixels: a star as it was found. Whole numbers, so that patches add up exactly.</summary>
/// <param name="Pixels">How many pixels it has.</param>
/// <param name="SumX">The sum of their columns.</param>
/// <param name="SumY">The sum of their rows.</param>
/// <param name="Light">The sum of their brightness.</param>
public readonly record struct StarSpot(long Pixels, long SumX, long SumY, long Light)
{
    /// <summary>The column of its centre.</summary>
    public double X => (double)SumX / Pixels;

    /// <summary>The row of its centre.</summary>
    public double Y => (double)SumY / Pixels;

    /// <summary>Both patches as one.</summary>
    public StarSpot Add(StarSpot other) => new(Pixels + other.Pixels, SumX + other.SumX, SumY + other.SumY, Light + other.Light);
}

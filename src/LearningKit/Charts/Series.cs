using LearningKit.Measuring;

namespace LearningKit.Charts;

/// <summary>One series of a line chart.</summary>
/// <param name="Name">The name in the legend.</param>
/// <param name="X">Where on the horizontal axis.</param>
/// <param name="Y">The values, as many as <paramref name="X"/>.</param>
public sealed record Series(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    /// <summary>Where each value lies with 95 % confidence; null where that was not measured.</summary>
    public IReadOnlyList<Interval>? Intervals { get; init; }

    /// <summary>
    /// True to join the points by lines. A line claims that what lies between was measured or follows from a law: leave it
    /// out between counts, such as workers, that were not tried.
    /// </summary>
    public bool Joined { get; init; } = true;

    /// <summary>True to show the points as markers.</summary>
    public bool Marked { get; init; } = true;
}

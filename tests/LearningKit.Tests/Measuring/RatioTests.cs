using LearningKit.Measuring;
using Xunit;

namespace LearningKit.Tests.Measuring;

public sealed class RatioTests
{
    static readonly Timing slow = Samples.Timing("slow", 2.00, 2.01, 2.02, 1.99, 1.98, 2.00, 2.01, 1.99, 2.00, 2.02);
    static readonly Timing fast = Samples.Timing("fast", 1.00, 1.01, 1.02, 0.99, 0.98, 1.00, 1.01, 0.99, 1.00, 1.02);
    static readonly Timing jittery = Samples.Timing("jittery", 0.5, 3.0, 0.9, 2.8, 1.0, 2.2, 0.7, 2.9, 1.4, 3.1);

    [Fact]
    public void Of_IntervalsThatPart_SaysFasterOrSlower()
    {
        Assert.Equal(Verdict.Faster, Ratio.Of(baseline: slow, fast).Verdict);
        Assert.Equal(Verdict.Slower, Ratio.Of(baseline: fast, slow).Verdict);
    }

    [Fact]
    public void Of_IntervalsThatMeet_CannotTell()
    {
        Assert.Equal(Verdict.CannotTell, Ratio.Of(slow, jittery).Verdict);
        Assert.Equal(Verdict.CannotTell, Ratio.Of(slow, slow).Verdict);
    }

    [Fact]
    public void Of_TwoTimings_IsTheRatioOfTheMediansAndLiesInItsInterval()
    {
        var ratio = Ratio.Of(baseline: slow, fast);
        Assert.Equal(2, ratio.Value, 1e-12);
        Assert.True(ratio.Interval.Contains(2));
    }

    /// <summary>Means would say that the outlier makes it slower; medians do not.</summary>
    [Fact]
    public void Of_OneOutlier_IsNotMovedByIt()
    {
        var disturbed = fast with { Seconds = [.. fast.Seconds.Skip(1), 100] };
        Assert.Equal(2, Ratio.Of(slow, disturbed).Value, 0.01);
    }

    [Fact]
    public void Scale_Ratio_KeepsTheVerdict()
    {
        var efficiency = Ratio.Of(slow, fast).Scale(0.25);
        Assert.Equal((0.5, Verdict.Faster), (Math.Round(efficiency.Value, 12), efficiency.Verdict));
        Assert.True(efficiency.Interval.Contains(0.5));
    }
}

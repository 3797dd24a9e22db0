using LearningKit.Measuring;
using Xunit;

namespace LearningKit.Tests.Measuring;

public sealed class IntervalTests
{
    [Theory]
    [InlineData(0, 1, 2, 3, true)]
    [InlineData(2, 3, 0, 1, true)]
    [InlineData(0, 1, 1, 2, false)]
    [InlineData(0, 3, 1, 2, false)]
    public void IsApartFrom_TwoIntervals_TellsWhetherTheyShareAPoint(double low, double high, double otherLow, double otherHigh, bool apart) =>
        Assert.Equal(apart, new Interval(low, high).IsApartFrom(new(otherLow, otherHigh)));

    [Theory]
    [InlineData(0.9, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(2.1, false)]
    public void Contains_Value_CountsTheEnds(double value, bool inside) => Assert.Equal(inside, new Interval(1, 2).Contains(value));
}

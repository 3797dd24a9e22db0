using FsCheck;
using FsCheck.Fluent;
using LearningKit.Measuring;
using Xunit;

namespace LearningKit.Tests.Measuring;

public sealed class StatisticsTests
{
    [Fact]
    public void Median_OddAndEvenCount_IsTheMiddleOrTheMeanOfTheTwoInTheMiddle()
    {
        Assert.Equal(3, Statistics.Median([9, 1, 3]));
        Assert.Equal(2.5, Statistics.Median([4, 1, 3, 2]));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(0.25, 17.5)]
    [InlineData(0.9, 37)]
    [InlineData(1, 40)]
    public void Quantile_FourSamples_IsInterpolatedAsInDefinitionSeven(double share, double expected) =>
        Assert.Equal(expected, Statistics.Quantile([40, 10, 30, 20], share), 1e-12);

    [Fact]
    public void Quantile_AnySamples_DoesNotDependOnTheirOrderAndLiesAmongThem() =>
        Prop.ForAll(Gen.Choose(1, 1_000_000).NonEmptyListOf().Zip(Gen.Choose(0, 100)).ToArbitrary(), input =>
        {
            double[] samples = [.. input.Item1.Select(n => (double)n)];
            var share = input.Item2 / 100.0;
            var quantile = Statistics.Quantile(samples, share);
            return quantile == Statistics.Quantile([.. samples.OrderDescending()], share)
                && quantile >= samples.Min() && quantile <= samples.Max();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void CoefficientOfVariation_KnownSamples_IsDeviationOverMean()
    {
        Assert.Equal(0, Statistics.CoefficientOfVariation([5, 5, 5]));
        Assert.Equal(Math.Sqrt(2) / 2, Statistics.CoefficientOfVariation([1, 3]), 1e-12);
    }

    [Fact]
    public void Figures_WithoutSamples_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => Statistics.Median([]));
        Assert.Throws<ArgumentException>(() => Statistics.CoefficientOfVariation([1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Statistics.Quantile([1], 1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Statistics.Quantile([1], double.NaN));
    }
}

using FsCheck;
using FsCheck.Fluent;
using LearningKit.Measuring;
using Xunit;

namespace LearningKit.Tests.Measuring;

public sealed class BootstrapTests
{
    static readonly Gen<double[]> samples =
        Gen.Choose(1, 15).SelectMany(count => Gen.Choose(1, 100_000).Select(n => n / 1000.0).ArrayOf(count));

    [Fact]
    public void Median_AnySamples_IntervalHoldsTheirMedianAndLiesAmongThem() =>
        Prop.ForAll(samples.ToArbitrary(), s =>
        {
            var interval = Bootstrap.Median(s);
            return interval.Contains(Statistics.Median(s)) && interval.Low >= s.Min() && interval.High <= s.Max();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Median_OneSampleOrEqualSamples_HasNoWidth()
    {
        Assert.Equal(new(7, 7), Bootstrap.Median([7]));
        Assert.Equal(new(7, 7), Bootstrap.Median([7, 7, 7, 7]));
    }

    [Fact]
    public void Median_SameSeed_GivesTheSameInterval()
    {
        double[] s = [.. Exponential(seed: 3, count: 25)];
        Assert.Equal(Bootstrap.Median(s, seed: 5), Bootstrap.Median(s, seed: 5));
    }

    /// <summary>The median of an exponential distribution is ln 2: as lopsided as times are.</summary>
    [Theory]
    [InlineData(10)]
    [InlineData(30)]
    public void Median_ExponentialSamples_IntervalHoldsTheTrueMedianAboutAsOftenAsItClaims(int count)
    {
        const int sets = 400;
        var hits = Enumerable.Range(0, sets).Count(seed => Bootstrap.Median([.. Exponential(seed, count)], seed).Contains(Math.Log(2)));
        Assert.InRange((double)hits / sets, 0.91, 0.985);
    }

    [Fact]
    public void Median_MoreSamples_NarrowTheInterval()
    {
        var (few, many) = (Bootstrap.Median([.. Exponential(1, 20)]), Bootstrap.Median([.. Exponential(1, 2000)]));
        Assert.True(many.High - many.Low < (few.High - few.Low) / 3);
    }

    /// <summary>The true ratio of the medians of 2 X and X is 2, whatever X is.</summary>
    [Fact]
    public void Ratio_ScaledExponentialSamples_IntervalHoldsTheTrueRatioAboutAsOftenAsItClaims()
    {
        const int sets = 400;
        var hits = Enumerable.Range(0, sets).Count(seed =>
            Bootstrap.Ratio([.. Exponential(seed, 20).Select(x => 2 * x)], [.. Exponential(seed + 10_000, 20)], seed).Contains(2));
        Assert.InRange((double)hits / sets, 0.91, 0.995);
    }

    [Fact]
    public void Ratio_NumeratorTimesPowerOfTwo_IntervalIsTimesIt() =>
        Prop.ForAll(samples.Zip(samples).ToArbitrary(), pair =>
        {
            var (plain, scaled) = (Bootstrap.Ratio(pair.Item1, pair.Item2), Bootstrap.Ratio([.. pair.Item1.Select(x => 4 * x)], pair.Item2));
            return plain.Scale(4) == scaled;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Intervals_WithoutSamples_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => Bootstrap.Median([]));
        Assert.Throws<ArgumentException>(() => Bootstrap.Ratio([1], []));
    }

    static IEnumerable<double> Exponential(int seed, int count)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, count).Select(_ => -Math.Log(1 - random.NextDouble()));
    }
}

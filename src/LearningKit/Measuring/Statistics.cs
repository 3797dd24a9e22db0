using MathNet.Numerics.Statistics;

namespace LearningKit.Measuring;

/// <summary>The few figures that describe samples of time: robust ones, since a time has outliers on one side only.</summary>
public static class Statistics
{
    /// <summary>The middle sample: half of the samples lie on each side. For an even count, the mean of the two in the middle.</summary>
    /// <exception cref="ArgumentException">There are no samples.</exception>
    public static double Median(IReadOnlyList<double> samples) => Quantile(samples, 0.5);

    /// <summary>The value below which the share <paramref name="share"/> of the samples lies.</summary>
    /// <remarks>
    /// Between two samples it is interpolated linearly: definition 7 of Hyndman and Fan, "Sample Quantiles in Statistical
    /// Packages", The American Statistician 50 (1996), which is also the default of R and NumPy.
    /// </remarks>
    /// <param name="samples">At least one value, in any order.</param>
    /// <param name="share">From 0, the least sample, to 1, the greatest.</param>
    /// <exception cref="ArgumentException">There are no samples.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not from 0 to 1.</exception>
    public static double Quantile(IReadOnlyList<double> samples, double share)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Count == 0) throw new ArgumentException("There are no samples, so there is no quantile. Measure at least once.", nameof(samples));
        if (share is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A quantile's share is from 0 to 1.");

        double[] sorted = [.. samples];
        Array.Sort(sorted);
        return SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7);
    }

    /// <summary>
    /// The standard deviation as a share of the mean: how much samples jitter, without a unit.
    /// </summary>
    /// <exception cref="ArgumentException">There are fewer than two samples.</exception>
    public static double CoefficientOfVariation(IReadOnlyList<double> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Count < 2) throw new ArgumentException("It takes at least two samples to jitter.", nameof(samples));
        var (mean, deviation) = samples.MeanStandardDeviation();
        return deviation == 0 ? 0 : deviation / mean;
    }
}

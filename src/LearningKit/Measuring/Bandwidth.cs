namespace LearningKit.Measuring;

/// <summary>How fast memory is, for each number of threads.</summary>
/// <param name="ArrayBytes">The size of each of the three arrays: far more than the caches hold.</param>
/// <param name="Points">What each number of threads reached.</param>
public sealed record Bandwidth(long ArrayBytes, IReadOnlyList<BandwidthPoint> Points)
{
    /// <summary>The most that was reached, in 10^9 bytes a second: the slope of a roofline.</summary>
    public double Best => Points.Max(point => Math.Max(point.Copy, point.Triad));

    /// <summary>Measures copy and triad on 1, 2, 4, ... threads and on all.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled.</exception>
    public static Bandwidth Measure(CancellationToken cancel = default) => BandwidthProbe.Measure(BandwidthProbe.ArrayBytes, cancel);
}

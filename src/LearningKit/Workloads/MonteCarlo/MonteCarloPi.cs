using System.Runtime.Intrinsics;

namespace LearningKit.Workloads;

/// <summary>
/// Estimates pi: of points drawn at random in the unit square, pi / 4 fall into the quarter circle. The error shrinks as
/// 1.64 / sqrt(samples): a hundred times the work for one more digit.
/// </summary>
/// <remarks>
/// The parts share nothing and cost the same: the easiest problem to divide there is. The answer depends on the seed and
/// the number of samples alone, bit for bit, not on the parts (see <see cref="Xoshiro256Plus.Stream"/>).
/// </remarks>
/// <param name="Samples">How many points are drawn. None: the answer is not a number.</param>
/// <param name="Seed">Chooses the points.</param>
/// <exception cref="ArgumentOutOfRangeException">The number of samples is negative.</exception>
public sealed record MonteCarloPi(long Samples, int Seed = 1) : IWorkload<IndexRange, long, double>
{
    /// <summary>How many points are drawn; not negative.</summary>
    public long Samples { get; init => field = Parameter.Within(value, 0, long.MaxValue, nameof(Samples)); }
        = Parameter.Within(Samples, 0, long.MaxValue, nameof(Samples));

    /// <inheritdoc/>
    public double Solve() => Gather([Execute(new(0, Samples))]);

    /// <summary>Divides the samples into ranges of equal length.</summary>
    public IReadOnlyList<IndexRange> Divide(int parts) => IndexRange.Divide(Samples, parts);

    /// <summary>Counts the points of one range of samples that fall into the quarter circle, with the fastest kernel of this machine.</summary>
    public long Execute(IndexRange part) =>
        Vector512.IsHardwareAccelerated ? PiVector512.CountHits(Seed, part)
        : Vector256.IsHardwareAccelerated ? PiVector256.CountHits(Seed, part)
        : PiBranchFree.CountHits(Seed, part);

    /// <summary>Adds the hits of the parts and makes pi of them.</summary>
    public double Gather(IEnumerable<long> partials) => 4.0 * partials.Sum() / Samples;
}

namespace LearningKit.Workloads;

/// <summary>Counts the primes up to a limit by a segmented sieve.</summary>
/// <remarks>True counts: 4 up to 10, 25 up to 100, 168, 1229, 9592, 78498, 664579, 5761455, 50847534 up to 10^9 (OEIS A006880).</remarks>
/// <param name="UpTo">The last number that is looked at.</param>
/// <exception cref="ArgumentOutOfRangeException">The limit is negative or above <see cref="Largest"/>.</exception>
public sealed record CountPrimes(long UpTo) : IWorkload<IndexRange, long, long>
{
    /// <summary>The last number that is looked at, at most <see cref="Largest"/>.</summary>
    public long UpTo { get; init => field = Parameter.Within(value, 0, Largest, nameof(UpTo)); }
        = Parameter.Within(UpTo, 0, Largest, nameof(UpTo));

    /// <summary>The largest limit: each part needs all primes up to its square root.</summary>
    public const long Largest = 1_000_000_000_000_000;

    /// <inheritdoc/>
    public long Solve() => Execute(new(0, UpTo + 1));

    /// <summary>Divides the numbers into ranges of equal length. Later ranges cost a little more: more primes strike there.</summary>
    public IReadOnlyList<IndexRange> Divide(int parts) => IndexRange.Divide(UpTo + 1, parts);

    /// <summary>Counts the primes of one range.</summary>
    public long Execute(IndexRange part) => SegmentedSieve.Count(part);

    /// <summary>Adds the counts.</summary>
    public long Gather(IEnumerable<long> partials) => partials.Sum();
}

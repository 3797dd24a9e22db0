using FsCheck;
using FsCheck.Fluent;
using LearningKit.Workloads;
using Xunit;

namespace LearningKit.Tests.Workloads;

public sealed class CountPrimesTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(10, 4)]
    [InlineData(100, 25)]
    [InlineData(1_000, 168)]
    [InlineData(10_000, 1_229)]
    [InlineData(100_000, 9_592)]
    [InlineData(1_000_000, 78_498)]
    [InlineData(10_000_000, 664_579)]
    [InlineData(100_000_000, 5_761_455)]
    public void Solve_PowersOfTenAndSmallNumbers_AreTheKnownCounts(long upTo, long expected) =>
        Assert.Equal(expected, new CountPrimes(upTo).Solve());

    [Fact]
    public void Solve_EveryLimitUpToAThousand_EqualsTheSieveAsTaught()
    {
        for (var limit = 0; limit <= 1000; limit++)
            Assert.Equal(SieveOfEratosthenes.Primes(limit).Count(), new CountPrimes(limit).Solve());
    }

    [Fact]
    public void Execute_AnyRange_CountsThePrimesInIt()
    {
        var primes = SieveOfEratosthenes.Primes(3_000_000).ToArray();
        Prop.ForAll(Gen.Choose(0, 3_000_000).Two().ToArbitrary(), ends =>
        {
            var range = new IndexRange(Math.Min(ends.Item1, ends.Item2), Math.Max(ends.Item1, ends.Item2));
            return SegmentedSieve.Count(range) == primes.Count(prime => prime >= range.Start && prime < range.End);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(1_000_000_000_000, 1_000_001_000_000, 36_249)]
    public void Execute_ARangeFarOut_CountsItsPrimes(long start, long end, long expected) =>
        Assert.Equal(expected, SegmentedSieve.Count(new(start, end)));

    [Fact]
    public void Answer_AnyLimitAndParts_IsTheSame() =>
        Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), Gen.Choose(1, 50).ToArbitrary(), (upTo, parts) =>
        {
            var count = new CountPrimes(upTo);
            return count.Gather(count.Divide(parts).Select(count.Execute)) == count.Solve();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void UpTo_OutOfRange_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CountPrimes(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CountPrimes(CountPrimes.Largest + 1));
    }
}

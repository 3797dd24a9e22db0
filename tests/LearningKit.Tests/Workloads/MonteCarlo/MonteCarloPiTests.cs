using FsCheck;
using FsCheck.Fluent;
using LearningKit.Workloads;
using Xunit;

namespace LearningKit.Tests.Workloads;

public sealed class MonteCarloPiTests
{
    static readonly (string Name, Func<int, IndexRange, long> CountHits)[] kernels =
    [
        ("branch-free", PiBranchFree.CountHits),
        ("Vector256", PiVector256.CountHits),
        ("Vector512", PiVector512.CountHits),
    ];

    // Ends and beginnings of blocks, inside of blocks, and ranges of several vectors of blocks.
    static readonly Gen<IndexRange> ranges = Gen.Choose(0, 200_000).Two().Select(pair => new IndexRange(
        Math.Min(pair.Item1, pair.Item2), Math.Max(pair.Item1, pair.Item2)));

    [Fact]
    public void CountHits_AnyRangeAndSeed_IsTheSameInEveryKernel() =>
        Prop.ForAll(ranges.ToArbitrary(), ArbMap.Default.ArbFor<int>(), (samples, seed) =>
        {
            var expected = PiReadable.CountHits(seed, samples);
            foreach (var (name, countHits) in kernels) Assert.True(expected == countHits(seed, samples), name);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Theory]
    [InlineData(0, 4096)]
    [InlineData(0, 8 * 4096)]
    [InlineData(4096, 9 * 4096)]
    [InlineData(4095, 4097)]
    [InlineData(1, 16 * 4096)]
    [InlineData(5, 5)]
    public void CountHits_AtTheBordersOfBlocks_IsTheSameInEveryKernel(long start, long end)
    {
        var expected = PiReadable.CountHits(1, new(start, end));
        Assert.All(kernels, kernel => Assert.Equal(expected, kernel.CountHits(1, new(start, end))));
    }

    [Fact]
    public void CountHits_ARangeCutAnywhere_IsTheSumOfBoth() =>
        Prop.ForAll(ranges.ToArbitrary(), ranges.ToArbitrary(), (samples, other) =>
        {
            var cut = Math.Clamp(other.Start, samples.Start, samples.End);
            var pi = new MonteCarloPi(samples.End);
            return pi.Execute(samples) == pi.Execute(new(samples.Start, cut)) + pi.Execute(new(cut, samples.End));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void Answer_AnyNumberOfParts_IsTheSameToTheLastBit() =>
        Prop.ForAll(Gen.Choose(0, 300_000).ToArbitrary(), Gen.Choose(1, 100).ToArbitrary(), (samples, parts) =>
        {
            var pi = new MonteCarloPi(samples, Seed: parts);
            return pi.Gather(pi.Divide(parts).Select(pi.Execute)).Equals(pi.Solve());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void Solve_TenMillionPoints_IsWithinFourStandardErrorsOfPi() =>
        Assert.All(Enumerable.Range(1, 5), seed => Assert.InRange(new MonteCarloPi(10_000_000, seed).Solve(), Math.PI - 0.0021, Math.PI + 0.0021));

    [Fact]
    public void Solve_AnotherSeed_IsAnotherAnswer() =>
        Assert.Equal(10, Enumerable.Range(-5, 10).Select(seed => new MonteCarloPi(1_000_000, seed).Solve()).Distinct().Count());

    [Fact]
    public void Samples_None_AreNotANumber() => Assert.Equal(double.NaN, new MonteCarloPi(0).Solve());

    [Fact]
    public void Samples_Negative_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new MonteCarloPi(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MonteCarloPi(1) with { Samples = -1 });
    }
}

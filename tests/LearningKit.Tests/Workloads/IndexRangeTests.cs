using FsCheck;
using FsCheck.Fluent;
using LearningKit.Workloads;
using Xunit;

namespace LearningKit.Tests.Workloads;

public sealed class IndexRangeTests
{
    [Fact]
    public void Divide_AnyCountAndParts_CoversEachIndexOnceInNearlyEqualRanges() =>
        Prop.ForAll(Gen.Choose(0, 1000).Two().ToArbitrary(), sizes =>
        {
            var (count, parts) = (sizes.Item1, sizes.Item2 + 1);
            var ranges = IndexRange.Divide(count, parts);
            var covered = ranges.SelectMany(r => Enumerable.Range((int)r.Start, (int)r.Count));
            return covered.SequenceEqual(Enumerable.Range(0, count))
                && ranges.Count == Math.Min(parts, count)
                && (count == 0 || ranges.Max(r => r.Count) - ranges.Min(r => r.Count) <= 1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Divide_CountNearTheLimitOf64Bits_DoesNotOverflow()
    {
        var ranges = IndexRange.Divide(long.MaxValue, 1000);
        Assert.Equal(long.MaxValue, ranges[^1].End);
        Assert.All(ranges, r => Assert.True(r.Count > 0));
    }

    [Fact]
    public void Divide_NoPartsOrNegativeCount_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => IndexRange.Divide(10, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => IndexRange.Divide(-1, 1));
    }
}

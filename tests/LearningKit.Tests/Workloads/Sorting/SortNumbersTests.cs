using FsCheck;
using FsCheck.Fluent;
using LearningKit.Workloads;
using Xunit;

namespace LearningKit.Tests.Workloads;

public sealed class SortNumbersTests
{
    [Fact]
    public void Answer_AnyCountSeedAndParts_IsTheNumbersInOrder() =>
        Prop.ForAll(Gen.Choose(0, 3000).ToArbitrary(), Gen.Choose(1, 40).ToArbitrary(), (count, parts) =>
        {
            var sort = new SortNumbers(count, Seed: parts);
            var expected = sort.Numbers(new(0, count)).Order().ToArray();
            Assert.Equal(expected, sort.Gather(sort.Divide(parts).Select(sort.Execute)));
            Assert.True(sort.Agrees(sort.Solve(), expected));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Numbers_ARangeCutAnywhere_AreTheSame()
    {
        var sort = new SortNumbers(1000);
        var all = sort.Numbers(new(0, 1000));
        int[] both = [.. sort.Numbers(new(0, 123)), .. sort.Numbers(new(123, 1000))];
        Assert.Equal(all, both);
        Assert.Contains(all, number => number < 0);
        Assert.NotEqual(all, new SortNumbers(1000, Seed: 2).Numbers(new(0, 1000)));
    }

    [Fact]
    public void Agrees_OneNumberChanged_IsFalse() => Assert.False(new SortNumbers(3).Agrees([1, 2, 3], [1, 2, 4]));

    [Fact]
    public void Count_Negative_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new SortNumbers(-1));
}

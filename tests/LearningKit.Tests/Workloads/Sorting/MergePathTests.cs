using FsCheck;
using FsCheck.Fluent;
using LearningKit.Workloads;
using Xunit;

namespace LearningKit.Tests.Workloads;

public sealed class MergePathTests
{
    static readonly Arbitrary<int[]> runs =
        Gen.OneOf(Gen.Choose(-5, 5), Gen.Choose(int.MinValue, int.MaxValue - 1)).ArrayOf().Select(run => run.Order().ToArray()).ToArbitrary();

    [Fact]
    public void Cut_EveryDiagonal_HoldsTheSmallestNumbersLeftFirst() =>
        Prop.ForAll(runs, runs, (left, right) =>
        {
            // A stable sort of both runs says which of the first k numbers came from the left.
            var merged = left.Select(value => (value, Left: 1)).Concat(right.Select(value => (value, Left: 0))).OrderBy(item => item.value).ToArray();
            var taken = 0;
            for (var count = 0; count <= merged.Length; count++)
            {
                Assert.Equal(taken, MergePath.Cut(left, right, count));
                if (count < merged.Length) taken += merged[count].Left;
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Merge_OfTheTwoSidesOfACut_IsTheMergeOfAll() =>
        Prop.ForAll(runs, runs, ArbMap.Default.ArbFor<NonNegativeInt>(), (left, right, place) =>
        {
            var whole = Merged(left, right);
            Assert.Equal(left.Concat(right).Order(), whole);
            var count = place.Get % (whole.Length + 1);
            var cut = MergePath.Cut(left, right, count);
            return whole.SequenceEqual([.. Merged(left[..cut], right[..(count - cut)]), .. Merged(left[cut..], right[(count - cut)..])]);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Cut_MoreThanThereAre_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => MergePath.Cut([1], [2], 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => MergePath.Cut([1], [2], -1));
    }

    [Fact]
    public void Merge_RoomOfAnotherLength_IsRefused() => Assert.Throws<ArgumentException>(() => Merge.Into([1], [2], new int[3]));

    static int[] Merged(int[] left, int[] right)
    {
        var merged = new int[left.Length + right.Length];
        Merge.Into(left, right, merged);
        return merged;
    }
}

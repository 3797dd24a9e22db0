using FsCheck;
using FsCheck.Fluent;
using LearningKit.Workloads;
using Xunit;

namespace LearningKit.Tests.Workloads;

public sealed class SortingTests
{
    public static TheoryData<string, Action<int[]>> Sorts => new()
    {
        { "radix", numbers => RadixSort.Sort(numbers) },
        { "radix, 1 worker", numbers => ParallelRadixSort.Sort(numbers, 1) },
        { "radix, 3 workers", numbers => ParallelRadixSort.Sort(numbers, 3) },
        { "merge, 1 worker", numbers => ParallelMergeSort.Sort(numbers, 1) },
        { "merge, 2 workers", numbers => ParallelMergeSort.Sort(numbers, 2) },
        { "merge, 5 workers", numbers => ParallelMergeSort.Sort(numbers, 5) },
    };

    static readonly Gen<int[]> fewValues = Gen.Choose(-3, 3).ArrayOf();
    static readonly Gen<int[]> allValues = Gen.Choose(int.MinValue, int.MaxValue - 1).ArrayOf();
    static readonly Gen<int[]> edges = Gen.Elements(int.MinValue, int.MaxValue, -1, 0, 1, 255, 256, -256).ArrayOf();
    static readonly Gen<int[]> large = Gen.Choose(0, 100_000).Select(count => new SortNumbers(count, count).Numbers(new(0, count)));

    [Theory, MemberData(nameof(Sorts))]
    public void Sort_AnyNumbers_AreAPermutationInOrder(string name, Action<int[]> sort) =>
        Prop.ForAll(Gen.OneOf(fewValues, allValues, edges).ToArbitrary(), numbers =>
        {
            var sorted = (int[])numbers.Clone();
            sort(sorted);
            Assert.True(numbers.Order().SequenceEqual(sorted), name);
        }).QuickCheckThrowOnFailure();

    [Theory, MemberData(nameof(Sorts))]
    public void Sort_ManyNumbers_AreAPermutationInOrder(string name, Action<int[]> sort) =>
        Prop.ForAll(large.ToArbitrary(), numbers =>
        {
            var sorted = (int[])numbers.Clone();
            sort(sorted);
            Array.Sort(numbers);
            Assert.True(numbers.AsSpan().SequenceEqual(sorted), name);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(10));

    [Theory, MemberData(nameof(Sorts))]
    public void Sort_AlreadySortedOrReversed_IsSorted(string name, Action<int[]> sort)
    {
        var ascending = Enumerable.Range(-30_000, 70_000).ToArray();
        var sorted = (int[])ascending.Clone();
        sort(sorted);
        Assert.True(ascending.AsSpan().SequenceEqual(sorted), name);
        Array.Reverse(sorted);
        sort(sorted);
        Assert.True(ascending.AsSpan().SequenceEqual(sorted), name);
    }

    [Fact]
    public void RadixSort_ScratchOfAnotherLength_IsRefused() =>
        Assert.Throws<ArgumentException>(() => RadixSort.Sort(new int[3], new int[4]));
}

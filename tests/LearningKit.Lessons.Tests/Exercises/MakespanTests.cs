using FsCheck;
using FsCheck.Fluent;
using LearningKit.Exercises;

namespace LearningKit.Lessons.Tests.Exercises;

public class MakespanTests
{
    [Theory]
    [InlineData(new long[] { 1, 1, 1, 9 }, new[] { 0, 1, 2, 3 }, 1, 2, 0, 10)]   // the long one came last
    [InlineData(new long[] { 1, 1, 1, 9 }, new[] { 3, 0, 1, 2 }, 1, 2, 0, 9)]
    [InlineData(new long[] { 1, 1, 1, 9 }, new[] { 3, 0, 1, 2 }, 2, 2, 0, 10)]   // and took one more into its chunk
    [InlineData(new long[] { 1, 1, 1, 9 }, new[] { 0, 1, 2, 3 }, 4, 2, 5, 17)]   // one task has all, and pays once
    [InlineData(new long[] { 4, 4, 4 }, new[] { 0, 1, 2 }, 1, 8, 1, 5)]
    [InlineData(new long[] { }, new int[] { }, 3, 2, 7, 0)]
    public void Of_SmallProblems_IsWhatOneFindsOnPaper(long[] lengths, int[] order, int chunkSize, int workers, long taskCost, long expected) =>
        Assert.Equal(expected, Makespan.Of(lengths, order, chunkSize, workers, taskCost));

    [Fact]
    public void Of_AnyOrder_KeepsGrahamsBound() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(),
        bytes =>
        {
            const int Workers = 3;
            long[] lengths = [.. bytes.Select(value => (long)value)];
            var makespan = Makespan.Of(lengths, [.. Enumerable.Range(0, lengths.Length)], 1, Workers, 0);
            var longest = lengths.Length == 0 ? 0 : lengths.Max();
            // List scheduling: no worker is idle before the last item begins (Graham 1969).
            return Workers * makespan >= lengths.Sum() && makespan >= longest && Workers * (makespan - longest) <= lengths.Sum();
        }).QuickCheckThrowOnFailure();
}

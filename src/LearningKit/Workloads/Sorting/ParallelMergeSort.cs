using System.Buffers;

namespace LearningKit.Workloads;

/// <summary>
/// Sorts one run a worker, then merges runs two by two. Every merge is cut by <see cref="MergePath"/> so that all workers
/// merge to the end, and the last merge, of everything, is as parallel as the first.
/// </summary>
public static class ParallelMergeSort
{
    /// <summary>Sorts in ascending order.</summary>
    /// <param name="numbers">What is sorted.</param>
    /// <param name="workers">How many threads of the pool work at the same time.</param>
    public static void Sort(int[] numbers, int workers)
    {
        var runs = IndexRange.Divide(numbers.Length, workers);
        var options = new ParallelOptions { MaxDegreeOfParallelism = workers };
        Parallel.ForEach(runs, options, run => Array.Sort(numbers, (int)run.Start, (int)run.Count));

        var scratch = ArrayPool<int>.Shared.Rent(numbers.Length);
        var (source, target) = (numbers, scratch);
        while (runs.Count > 1)
        {
            var merges = runs.Chunk(2).SelectMany(pair => Slices(source, pair, workers)).ToList();
            Parallel.ForEach(merges, options, merge => merge.Run(source, target));
            runs = [.. runs.Chunk(2).Select(pair => new IndexRange(pair[0].Start, pair[^1].End))];
            (source, target) = (target, source);
        }
        if (source != numbers)
        {
            var slices = IndexRange.Divide(numbers.Length, workers);
            Parallel.ForEach(slices, options, slice => Array.Copy(source, slice.Start, numbers, slice.Start, slice.Count));
        }
        ArrayPool<int>.Shared.Return(scratch);
    }

    /// <summary>Cuts the merge of a pair of neighbouring runs into slices of equal length. A run without a partner is one slice of a pair with nothing.</summary>
    static IEnumerable<Slice> Slices(int[] source, IndexRange[] pair, int workers)
    {
        var left = pair[0];
        var right = pair.Length == 2 ? pair[1] : new(left.End, left.End);
        return IndexRange.Divide(left.Count + right.Count, workers).Select(slice =>
        {
            var (leftStart, leftEnd) = (LeftOf(slice.Start), LeftOf(slice.End));
            return new Slice(
                new(left.Start + leftStart, left.Start + leftEnd),
                new(right.Start + slice.Start - leftStart, right.Start + slice.End - leftEnd),
                left.Start + slice.Start);
        });

        int LeftOf(long count) => MergePath.Cut(In(source, left), In(source, right), (int)count);
    }

    static Span<int> In(int[] numbers, IndexRange range) => numbers.AsSpan((int)range.Start, (int)range.Count);

    readonly record struct Slice(IndexRange Left, IndexRange Right, long Start)
    {
        public void Run(int[] source, int[] target) =>
            Merge.Into(In(source, Left), In(source, Right), In(target, new(Start, Start + Left.Count + Right.Count)));
    }
}

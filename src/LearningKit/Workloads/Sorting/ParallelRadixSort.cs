using System.Buffers;

namespace LearningKit.Workloads;

/// <summary>
/// <see cref="RadixSort"/> by several workers. Each has one block of the numbers; in every pass all count their blocks,
/// then the piles are laid out so that worker 0's share of a pile comes before worker 1's, then all deal at the same time,
/// each to places of its own.
/// </summary>
public static class ParallelRadixSort
{
    /// <summary>Sorts in ascending order.</summary>
    /// <param name="numbers">What is sorted.</param>
    /// <param name="workers">How many threads of the pool work at the same time.</param>
    public static void Sort(int[] numbers, int workers)
    {
        var blocks = IndexRange.Divide(numbers.Length, workers);
        var options = new ParallelOptions { MaxDegreeOfParallelism = workers };
        var places = blocks.Select(_ => new int[RadixDigits.Piles]).ToArray();
        var scratch = ArrayPool<int>.Shared.Rent(numbers.Length);
        var (source, target) = (numbers, scratch);
        for (var digit = 0; digit < RadixDigits.Count; digit++)
        {
            Parallel.For(0, blocks.Count, options, block =>
            {
                Array.Clear(places[block]);
                RadixDigits.CountPiles(Of(source, blocks[block]), digit, places[block]);
            });
            LayOut(places);
            Parallel.For(0, blocks.Count, options, block => RadixDigits.Deal(Of(source, blocks[block]), digit, places[block], target));
            (source, target) = (target, source);
        }
        ArrayPool<int>.Shared.Return(scratch);
    }

    static ReadOnlySpan<int> Of(int[] numbers, IndexRange block) => numbers.AsSpan((int)block.Start, (int)block.Count);

    /// <summary>Turns how many numbers each block has for each pile into where they begin: pile by pile, and in it block by block.</summary>
    static void LayOut(int[][] places)
    {
        var sum = 0;
        for (var pile = 0; pile < RadixDigits.Piles; pile++)
            foreach (var block in places) (block[pile], sum) = (sum, sum + block[pile]);
    }
}

using BenchmarkDotNet.Attributes;
using LearningKit.Workloads;

namespace LearningKit.Benchmarks;

/// <summary>Sorting 10,000,000 random ints; Array.Sort on one thread is the peer. Every figure includes copying the unsorted numbers.</summary>
public class SortBenchmarks
{
    const int Count = 10_000_000;
    readonly int[] unsorted = new SortNumbers(Count).Numbers(new(0, Count));
    readonly int[] numbers = new int[Count];
    readonly int[] scratch = new int[Count];

    int[] Unsorted()
    {
        unsorted.CopyTo(numbers, 0);
        return numbers;
    }

    [Benchmark(Baseline = true)] public void ArraySort() => Array.Sort(Unsorted());

    [Benchmark] public void Radix() => RadixSort.Sort(Unsorted(), scratch);

    [Benchmark] public void RadixTwoWorkers() => ParallelRadixSort.Sort(Unsorted(), workers: 2);

    [Benchmark] public void MergePathTwoWorkers() => ParallelMergeSort.Sort(Unsorted(), workers: 2);
}

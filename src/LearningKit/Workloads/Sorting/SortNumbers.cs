namespace LearningKit.Workloads;

/// <summary>
/// Sorts numbers made from a seed. Each part is a run that is sorted by itself; gathering merges the runs, two by two.
/// </summary>
/// <remarks>
/// Gathering is real work here, and one thread does it: what that costs grows with the number of parts, and no number of
/// workers makes it shorter. <see cref="ParallelMergeSort"/> shows the way out.
/// </remarks>
/// <param name="Count">How many numbers.</param>
/// <param name="Seed">Chooses the numbers.</param>
/// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
public sealed record SortNumbers(int Count, int Seed = 1) : IWorkload<IndexRange, int[], int[]>
{
    /// <summary>How many numbers; not negative.</summary>
    public int Count { get; init => field = Parameter.Within(value, 0, Array.MaxLength, nameof(Count)); }
        = Parameter.Within(Count, 0, Array.MaxLength, nameof(Count));

    /// <summary>The unsorted numbers at the places of <paramref name="range"/>: all the 2^32 values of an int are equally likely.</summary>
    public int[] Numbers(IndexRange range)
    {
        var numbers = new int[range.Count];
        var key = SplitMix64.Mix((uint)Seed);
        for (var i = 0; i < numbers.Length; i++) numbers[i] = (int)(SplitMix64.At(key, (ulong)(range.Start + i)) >> 32);
        return numbers;
    }

    /// <inheritdoc/>
    public int[] Solve() => Execute(new(0, Count));

    /// <summary>Divides the places into ranges of equal length.</summary>
    public IReadOnlyList<IndexRange> Divide(int parts) => IndexRange.Divide(Count, parts);

    /// <summary>Makes the numbers of one range and sorts them.</summary>
    public int[] Execute(IndexRange part)
    {
        var run = Numbers(part);
        RadixSort.Sort(run);
        return run;
    }

    /// <summary>Merges neighbouring runs until one is left.</summary>
    public int[] Gather(IEnumerable<int[]> partials)
    {
        var runs = partials.ToList();
        while (runs.Count > 1) runs = [.. runs.Chunk(2).Select(pair => pair.Length == 2 ? Merged(pair[0], pair[1]) : pair[0])];
        return runs.Count == 0 ? [] : runs[0];
    }

    /// <summary>Equal numbers at equal places.</summary>
    public bool Agrees(int[] answer, int[] expected) => answer.AsSpan().SequenceEqual(expected);

    static int[] Merged(int[] left, int[] right)
    {
        var merged = new int[left.Length + right.Length];
        Merge.Into(left, right, merged);
        return merged;
    }
}

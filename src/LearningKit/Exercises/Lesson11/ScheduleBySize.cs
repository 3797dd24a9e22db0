namespace LearningKit.Exercises;

/// <summary>The learner chooses the order and the chunk size for items of unequal length.</summary>
public sealed class ScheduleBySize() : Exercise<Func<long[], int, long, (int[] Order, int ChunkSize)>>(
    id: "11-schedule-by-size",
    title: "Schedule by size",
    task: "Write Plan(lengths, workers, taskCost): an order of the items' numbers and a chunk size whose makespan is at most 5 % above that of the best chunk size for the longest first.",
    "An item that takes long should not come last: everybody would wait for it. Sort the items' numbers by length, the longest first.",
    "With the longest first, a large chunk puts all the long ones into one task. With chunks of 1, every item pays taskCost. Which is worse depends on the lengths: forecast it with Makespan.Of.",
    "Try the chunk sizes 1, 2, 4, 8 ... up to the number of items, and take the one with the least makespan.")
{
    /// <summary>How much longer than the best that was tried, as a fraction: 1 / 20.</summary>
    const int Tolerance = 20;

    /// <inheritdoc/>
    protected override CheckResult Examine(Func<long[], int, long, (int[] Order, int ChunkSize)> answer)
    {
        (string Name, long[] Lengths, int Workers, long TaskCost)[] problems =
        [
            ("15 short items and a long one at the end", [.. Enumerable.Repeat(10L, 15), 100], 4, 1),
            ("4 long items among 60 short ones", [.. Enumerable.Range(0, 64).Select(i => i % 16 == 3 ? 100L : 5)], 4, 1),
            ("pictures that double in size", [.. Enumerable.Range(0, 12).Select(i => 1L << i)], 3, 2),
            ("5,000 tiny items", [.. Enumerable.Repeat(1L, 5_000)], 2, 50),
            ("2 long items among 3,000 tiny ones", [.. Enumerable.Range(0, 3_000).Select(i => i % 1_500 == 700 ? 4_000L : 1)], 2, 3),
            ("3 items for 8 workers", [7, 3, 5], 8, 1),
            ("a single item", [42], 2, 1),
            ("no item", [], 4, 1),
        ];
        foreach (var (name, lengths, workers, taskCost) in problems)
        {
            var (order, chunkSize) = answer([.. lengths], workers, taskCost);
            if (order is null || !order.Order().SequenceEqual(Enumerable.Range(0, lengths.Length)))
                return NotYet($"{name}: the order holds {order?.Length ?? 0} numbers for {lengths.Length} items, or not each item's number once.",
                    "The order is made of the items' numbers 0, 1, 2 ..., each once; not of their lengths.");
            if (chunkSize < 1) return NotYet($"{name}: the chunk size is {chunkSize}.", "A task holds at least one item, also when there are none.");

            var (best, bestChunk) = Best(lengths, workers, taskCost);
            var reached = Makespan.Of(lengths, order, chunkSize, workers, taskCost);
            if (IsNear(reached, best)) continue;
            return NotYet($"{name}, on {workers} workers: your makespan is {reached:N0}. The longest first in chunks of {bestChunk} needs {best:N0}.",
                HintFor(lengths, order, chunkSize, workers, taskCost, reached, best));
        }
        return Passed($"{problems.Length} problems, each within 5 % of the best of its kind: the longest first, in chunks that suit their cost.");
    }

    static string HintFor(long[] lengths, int[] order, int chunkSize, int workers, long taskCost, long reached, long best)
    {
        if (chunkSize > 1 && Makespan.Of(lengths, order, 1, workers, taskCost) < reached)
            return $"A chunk of {chunkSize} puts long items together into one task, and one worker gets all of them. Smaller chunks are better here.";
        if (IsNear(Makespan.Of(lengths, LongestFirst(lengths), chunkSize, workers, taskCost), best))
            return "The order decides here: a long item that begins late is waited for by all. Begin with the longest.";
        return $"{lengths.Length:N0} items in chunks of {chunkSize} pay the task's cost {(lengths.Length + chunkSize - 1) / chunkSize:N0} times. Larger chunks pay it less often.";
    }

    /// <summary>The least makespan of the longest first, over chunk sizes that are powers of two.</summary>
    static (long Makespan, int ChunkSize) Best(long[] lengths, int workers, long taskCost)
    {
        var order = LongestFirst(lengths);
        return Enumerable.Range(0, 13).Select(power => 1 << power)
            .Select(chunkSize => (Makespan.Of(lengths, order, chunkSize, workers, taskCost), chunkSize))
            .Min();
    }

    static int[] LongestFirst(long[] lengths) => [.. Enumerable.Range(0, lengths.Length).OrderByDescending(item => lengths[item])];

    static bool IsNear(long reached, long best) => Tolerance * (reached - best) <= best;
}

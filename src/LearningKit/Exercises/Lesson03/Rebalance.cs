namespace LearningKit.Exercises;

/// <summary>The learner plans which worker gets which rows of a picture whose rows cost differently.</summary>
/// <remarks>
/// The bound, an even share plus the heaviest row, is met by every plan that gives the next row to the least busy worker:
/// R. L. Graham, "Bounds on Multiprocessing Timing Anomalies", SIAM J. Appl. Math. 17(2), 1969.
/// </remarks>
public sealed class Rebalance() : Exercise<Func<long[], int, int[][]>>(
    id: "03-rebalance",
    title: "Rebalance the rows",
    task: "Write Plan(rowCost, workers): for each worker its rows, each row once, the heaviest share at most an even share plus one heaviest row.",
    "Keep for each worker its list of rows and the cost it has so far.",
    "Give each row to the worker who has the least so far. Before that, nothing needs to be sorted.",
    "The least busy worker: Array.IndexOf(busy, busy.Min()), where busy[worker] is the sum of the costs of his rows.")
{
    /// <inheritdoc/>
    protected override CheckResult Examine(Func<long[], int, int[][]> answer)
    {
        var random = new Random(3);
        (string Name, long[] Cost, int Workers)[] pictures =
        [
            ("a picture with dear rows at the bottom", [.. Enumerable.Range(0, 300).Select(row => (long)row * row)], 2),
            ("a picture whose rows are dear and cheap in turns", [.. Enumerable.Range(0, 240).Select(row => row % 2 == 0 ? 1_000L : 3)], 2),
            ("a picture with dear rows in threes", [.. Enumerable.Range(0, 240).Select(row => row % 3 == 1 ? 900L : 10)], 3),
            ("a picture with one very dear row", [.. Enumerable.Range(0, 101).Select(row => row == 50 ? 5_000L : 100)], 4),
            ("a picture of random rows", [.. Enumerable.Range(0, 257).Select(_ => random.NextInt64(1, 10_000))], 7),
            ("3 rows for 5 workers", [10, 20, 30], 5),
            ("a picture without rows", [], 3),
        ];
        foreach (var (name, cost, workers) in pictures)
        {
            var plan = answer([.. cost], workers);
            if (plan is null) return NotYet($"For {name}, null came back.", "Return an array with one array of rows for each worker.");
            if (plan.Length != workers)
                return NotYet($"For {name}, {plan.Length} shares came back for {workers} workers.", "One array for each worker, also for one who gets nothing.");
            var ledger = new ItemLedger(cost.Length);
            foreach (var row in plan.SelectMany(rows => rows ?? [])) ledger.Enter(row);
            if (!ledger.IsExact)
                return NotYet($"For {name}: {ledger}.", ledger.Missing.Count > 0
                    ? "Some rows are given to nobody. Does the division leave a remainder?"
                    : "A row that two workers draw is drawn twice. Give each row away once.");
            var shares = plan.Select(rows => (rows ?? []).Sum(row => cost[row])).ToArray();
            var limit = cost.Sum() / (double)workers + cost.DefaultIfEmpty().Max();
            if (shares.Max() > limit)
                return NotYet($"For {name}, the shares are {string.Join(", ", shares.Select(share => $"{share:N0}"))}: the heaviest is above {limit:N0}.",
                    name.EndsWith("bottom", StringComparison.Ordinal) ? "Equal numbers of rows are not equal work: look at the costs, not at the count."
                    : name.EndsWith("turns", StringComparison.Ordinal) ? "Dealing rows like cards fails when every second row is dear. Who has the least so far?"
                    : "Give each row to the worker who has the least work so far.");
        }
        return Passed($"{pictures.Length} pictures, each row given once, and no share above an even share plus one heaviest row.");
    }
}

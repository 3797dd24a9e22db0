namespace LearningKit.Exercises;

/// <summary>The learner starts threads, shares items out, joins, and returns the results in order.</summary>
public sealed class RunAll() : Exercise<Func<int, Func<int, long>, int, long[]>>(
    id: "03-run-all",
    title: "Start, share, join, and lose nothing",
    task: "Write RunAll(items, work, workers): that many threads, work(item) once for each item, the results in the order of the items when all are there.",
    "One array of results for all threads: each item has its own slot, results[item] = work(item).",
    "Two loops after making the threads: the first starts all of them, the second joins all of them.",
    "A ticket shares the items out: for (int item; (item = Interlocked.Increment(ref next)) < items;) with next = -1 before the threads are made.")
{
    const int Items = 40;
    const int Workers = 3;

    /// <summary>Only wrong answers, and right ones once, wait as long as this.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override CheckResult Examine(Func<int, Func<int, long>, int, long[]> answer)
    {
        var ledger = new ItemLedger(Items);
        var gauge = new ConcurrencyGauge(awaited: Workers);
        var (otherDone, returned) = (new TaskCompletionSource(), new TaskCompletionSource());
        var (finished, tooEarly) = (0, false);

        var results = answer(Items, Work, Workers);
        returned.SetResult();

        SpinWait.SpinUntil(() => Volatile.Read(ref finished) >= Items, patience);   // stragglers give themselves away
        if (tooEarly) return NotYet("The results came back while a thread was still at work.", "Join every thread before you return.");
        if (gauge.Peak < Workers)
            return NotYet($"At most {gauge.Peak} of {Workers} threads were at work at once.",
                gauge.Peak == 1 ? "Start all threads before you join the first: Join waits, and meanwhile nobody else is started." : $"Start exactly {Workers} threads.");
        if (gauge.Peak > Workers) return NotYet($"{gauge.Peak} threads were at work at once, {Workers} were asked for.", "Start one thread for each worker, not one for each item.");
        if (!ledger.IsExact)
            return NotYet($"Of the calls of work: {ledger}.", ledger.Missing.Count > 0 && ledger.Repeated.Count == 0 && ledger.Unknown == 0
                ? "Items were left over. Does your division leave a remainder?"
                : "Do all threads see the same variable? One that is declared inside the loop's body is a new one in each turn.");
        if (results is null || results.Length != Items) return NotYet($"{results?.Length ?? 0} results came back for {Items} items.", "Return one result for each item.");
        var wrong = Enumerable.Range(0, Items).FirstOrDefault(item => results[item] != Result(item), -1);
        if (wrong >= 0)
            return NotYet($"At the place of item {wrong} stands {results[wrong]} instead of {Result(wrong)}.",
                results.Order().SequenceEqual(Enumerable.Range(0, Items).Select(Result).Order())
                    ? "All results are there, in the order in which the items were finished. Give each item a slot of its own."
                    : "Each item's result belongs into its own slot: results[item] = work(item).");
        return Passed($"{Items} items, each once, {gauge.Peak} threads at a time, results in order, and all threads had ended.");

        long Work(int item)
        {
            if (returned.Task.IsCompleted) tooEarly = true;
            using (gauge.Enter())
            {
                ledger.Enter(item);
                if (item == 0) otherDone.Task.Wait(patience);                              // item 0 never finishes first
                if (item == Items - 1 && returned.Task.Wait(patience)) tooEarly = true;    // the last item is slow to end
            }
            if (item != 0) otherDone.TrySetResult();
            Interlocked.Increment(ref finished);
            return Result(item);
        }
    }

    static long Result(int item) => 1_000_003L * (item + 1) % 9_973;
}

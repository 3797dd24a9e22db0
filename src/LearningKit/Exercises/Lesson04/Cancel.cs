namespace LearningKit.Exercises;

/// <summary>The learner writes a parallel loop that stops cleanly when asked.</summary>
public sealed class Cancel() : Exercise<Action<int, Action<int>, int, CancellationToken>>(
    id: "04-cancel",
    title: "Cancel cleanly",
    task: "Write ProcessAll(items, work, workers, cancel): every item once in parallel; when cancelled, begin nothing more, finish what runs, then throw OperationCanceledException.",
    "ParallelOptions has three properties. Two of them are what you need.",
    "A CancellationToken in the ParallelOptions makes Parallel.For look at it before every item, wait for those that run, and throw.",
    "Parallel.For(0, items, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancel }, work);")
{
    const int Items = 200;
    const int Workers = 2;

    /// <summary>Only wrong answers, and right ones once, wait as long as this.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override CheckResult Examine(Action<int, Action<int>, int, CancellationToken> answer) =>
        Undisturbed(answer) ?? Cancelled(answer)
        ?? Passed($"{Items} items once each on {Workers} threads; when cancelled, at most one more item for each worker, all finished, and the caller was told.");

    CheckResult? Undisturbed(Action<int, Action<int>, int, CancellationToken> answer)
    {
        var ledger = new ItemLedger(Items);
        // One more than allowed is awaited in vain, so all that may come have come: too few show as well as too many.
        var gauge = new ConcurrencyGauge(awaited: Workers + 1, patience: 2 * patience);
        answer(
            Items,
            item =>
            {
                using (gauge.Enter()) ledger.Enter(item);
            },
            Workers,
            CancellationToken.None);
        if (!ledger.IsExact) return NotYet($"Without any cancellation: {ledger}.", "Call work once for each item, and return when all have ended.");
        if (gauge.Peak < Workers) return NotYet($"At most {gauge.Peak} item was worked on at once.", "The items are to be worked on in parallel: Parallel.For, or tasks.");
        return gauge.Peak == Workers ? null : NotYet($"{gauge.Peak} items were worked on at once, with {Workers} workers.", "MaxDegreeOfParallelism limits how many run at the same time.");
    }

    CheckResult? Cancelled(Action<int, Action<int>, int, CancellationToken> answer)
    {
        using var stop = new CancellationTokenSource();
        var (requested, returned) = (new TaskCompletionSource(), new TaskCompletionSource());
        var (begun, inside, begunAfter) = (0, 0, 0);
        var told = false;
        try
        {
            answer(Items, Work, Workers, stop.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or AggregateException { InnerException: OperationCanceledException })
        {
            told = exception is OperationCanceledException;
            if (!told) return NotYet("An AggregateException came back.", "The caller waits for an OperationCanceledException: throw that one itself, cancel.ThrowIfCancellationRequested().");
        }
        var running = Volatile.Read(ref inside);
        returned.SetResult();
        SpinWait.SpinUntil(() => Volatile.Read(ref inside) == 0, patience);   // nothing of ours runs on after the check

        if (running > 0) return NotYet($"You returned while {running} item was still being worked on.", "Wait for what runs before you return: a wait that is itself cancelled returns at once.");
        if (begunAfter > Workers) return NotYet($"After the request to stop, {begunAfter} more items were begun.", "Look at the token before every item, and hand it to whoever shares the items out.");
        return told ? null : NotYet("You stopped, but returned as if all were done.", "The caller must be told: cancel.ThrowIfCancellationRequested() when the running items have ended.");

        // The fifth item asks to stop. Items begun beside it are held until the request has arrived everywhere.
        void Work(int item)
        {
            Interlocked.Increment(ref inside);
            if (requested.Task.IsCompleted) Interlocked.Increment(ref begunAfter);
            var number = Interlocked.Increment(ref begun);
            if (number == 5)
            {
                stop.Cancel();
                requested.SetResult();
                returned.Task.Wait(patience);   // this item is slow to end
            }
            else if (number > 5)
            {
                requested.Task.Wait(patience);
            }
            Interlocked.Decrement(ref inside);
        }
    }
}

using LearningKit.Shipping;

namespace LearningKit.Processes;

/// <summary>
/// A lazy map as it moves over its items: only so many tasks are in flight that the workers have something to do while the
/// caller works on a result.
/// </summary>
/// <param name="dispatcher">Takes the tasks.</param>
/// <param name="call">What the tasks have in common.</param>
/// <param name="items">The items.</param>
/// <param name="chunkSize">How many make a task.</param>
/// <param name="most">The most tasks in flight.</param>
/// <param name="entered">Told of items that are done.</param>
/// <param name="ordered">True for results in the order of the items.</param>
/// <param name="cancel">Stops it.</param>
sealed class PoolWindow<TIn, TOut>(
    Dispatcher dispatcher, PoolCall call, IEnumerable<TIn> items, int chunkSize, int most, Action<int>? entered, bool ordered, CancellationToken cancel) : IDisposable
{
    readonly IEnumerator<TIn[]> chunks = items.Chunk(chunkSize).GetEnumerator();
    readonly List<Ledger<TOut>> flying = [];
    readonly CancellationTokenRegistration registration = cancel.UnsafeRegister(_ => dispatcher.Cancel(call, "The call was cancelled."), null);
    long first;

    /// <summary>Completes when there is something to take.</summary>
    public Task Settled => ordered ? flying[0].Settled : Task.WhenAny(flying.Select(ledger => ledger.Settled));

    /// <summary>Draws items and hands them to the dispatcher.</summary>
    /// <returns>False if there are no more and nothing is in flight.</returns>
    public bool Fill()
    {
        while (flying.Count < most && chunks.MoveNext())
        {
            var (chunk, start) = (chunks.Current, first);
            var ledger = new Ledger<TOut>(start, chunk.Length, total: null, entered);
            flying.Add(ledger);
            first += chunk.Length;
            dispatcher.Submit(new PoolTask<TOut>(
                call, ledger, start, chunk.Length, (from, count) => Packer.Pack(chunk[(int)(from - start)..(int)(from - start + count)])));
        }
        return flying.Count > 0;
    }

    /// <summary>Takes the results of a task that has settled.</summary>
    public TOut[] Take()
    {
        var settled = flying.FindIndex(ledger => ledger.Settled.IsCompleted);
        var ledger = flying[settled];
        flying.RemoveAt(settled);
        return ledger.Results(cancel);
    }

    /// <summary>Cancels what is in flight.</summary>
    public void Dispose()
    {
        registration.Dispose();
        chunks.Dispose();
        if (flying.Count > 0) dispatcher.Cancel(call, "The loop over the results was left.");
        call.Function!.IsOver = true;
    }
}

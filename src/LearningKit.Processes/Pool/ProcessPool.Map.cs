using LearningKit.Engines;
using LearningKit.Shipping;

namespace LearningKit.Processes;

// One call, many tasks; all results at the end.
public sealed partial class ProcessPool
{
    const int TasksPerWorker = 4;

    /// <summary>Calls a function for each item and returns the results in the order of the items.</summary>
    /// <param name="function">The function.</param>
    /// <param name="items">The items; all are drawn before the first is sent.</param>
    /// <param name="options">Chunk size and progress; null for the defaults.</param>
    /// <param name="cancel">Stops it: what waits does not start, what runs is told, and its worker ended if that does not help.</param>
    /// <remarks>
    /// An item for which the function throws keeps no other from being computed. The function travels once to each worker: what
    /// it changes in what it captured stays there, and lasts until the call is over.
    /// </remarks>
    /// <exception cref="PartFailedException">
    /// The function threw for an item, took too long or killed its workers: says for which, and keeps the results of the others.
    /// </exception>
    /// <exception cref="CannotTravelException">The function, what it captured or an item cannot travel.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled, or the pool was disposed.</exception>
    /// <exception cref="WorkerStartException">Workers cannot be started, or their initialiser threw.</exception>
    public TOut[] Map<TIn, TOut>(Func<TIn, TOut> function, IEnumerable<TIn> items, MapOptions? options = null, CancellationToken cancel = default) =>
        CallEach(ItemFunction.Of(Checked(function)), items, options, cancel);

    /// <inheritdoc cref="Map{TIn, TOut}(Func{TIn, TOut}, IEnumerable{TIn}, MapOptions?, CancellationToken)"/>
    public void Map<TIn>(Action<TIn> function, IEnumerable<TIn> items, MapOptions? options = null, CancellationToken cancel = default) =>
        CallEach(ItemFunction.Of(Checked(function)), items, options, cancel);

    /// <inheritdoc cref="Map{TIn, TOut}(Func{TIn, TOut}, IEnumerable{TIn}, MapOptions?, CancellationToken)"/>
    /// <param name="function">The function, which is given the cancellation of its task.</param>
    /// <param name="items"></param>
    /// <param name="options"></param>
    /// <param name="cancel"></param>
    public TOut[] Map<TIn, TOut>(Func<TIn, CancellationToken, TOut> function, IEnumerable<TIn> items, MapOptions? options = null, CancellationToken cancel = default) =>
        CallEach(ItemFunction.OfToken(Checked(function)), items, options, cancel);

    /// <inheritdoc cref="Map{TIn, TOut}(Func{TIn, TOut}, IEnumerable{TIn}, MapOptions?, CancellationToken)"/>
    /// <param name="function">The function; what it returns is awaited in the worker.</param>
    /// <param name="items"></param>
    /// <param name="options"></param>
    /// <param name="cancel"></param>
    public TOut[] Map<TIn, TOut>(Func<TIn, Task<TOut>> function, IEnumerable<TIn> items, MapOptions? options = null, CancellationToken cancel = default) =>
        CallEach(ItemFunction.OfAsync(Checked(function)), items, options, cancel);

    /// <inheritdoc cref="Map{TIn, TOut}(Func{TIn, TOut}, IEnumerable{TIn}, MapOptions?, CancellationToken)"/>
    public Task<TOut[]> MapAsync<TIn, TOut>(Func<TIn, TOut> function, IEnumerable<TIn> items, MapOptions? options = null, CancellationToken cancel = default) =>
        CallEachAsync(ItemFunction.Of(Checked(function)), items, options, cancel);

    /// <inheritdoc cref="Map{TIn, TOut}(Func{TIn, TOut}, IEnumerable{TIn}, MapOptions?, CancellationToken)"/>
    public Task MapAsync<TIn>(Action<TIn> function, IEnumerable<TIn> items, MapOptions? options = null, CancellationToken cancel = default) =>
        CallEachAsync(ItemFunction.Of(Checked(function)), items, options, cancel);

    /// <inheritdoc cref="Map{TIn, TOut}(Func{TIn, CancellationToken, TOut}, IEnumerable{TIn}, MapOptions?, CancellationToken)"/>
    public Task<TOut[]> MapAsync<TIn, TOut>(Func<TIn, CancellationToken, TOut> function, IEnumerable<TIn> items, MapOptions? options = null, CancellationToken cancel = default) =>
        CallEachAsync(ItemFunction.OfToken(Checked(function)), items, options, cancel);

    /// <inheritdoc cref="Map{TIn, TOut}(Func{TIn, Task{TOut}}, IEnumerable{TIn}, MapOptions?, CancellationToken)"/>
    public Task<TOut[]> MapAsync<TIn, TOut>(Func<TIn, Task<TOut>> function, IEnumerable<TIn> items, MapOptions? options = null, CancellationToken cancel = default) =>
        CallEachAsync(ItemFunction.OfAsync(Checked(function)), items, options, cancel);

    /// <summary>As <see cref="Map{TIn, TOut}(Func{TIn, TOut}, IEnumerable{TIn}, MapOptions?, CancellationToken)"/>, for a function of several arguments.</summary>
    /// <inheritdoc cref="Map{TIn, TOut}(Func{TIn, TOut}, IEnumerable{TIn}, MapOptions?, CancellationToken)"/>
    public TOut[] StarMap<T1, T2, TOut>(Func<T1, T2, TOut> function, IEnumerable<(T1, T2)> items, MapOptions? options = null, CancellationToken cancel = default) =>
        CallEach(ItemFunction.Of(Checked(function)), items, options, cancel);

    /// <inheritdoc cref="StarMap{T1, T2, TOut}"/>
    public TOut[] StarMap<T1, T2, T3, TOut>(Func<T1, T2, T3, TOut> function, IEnumerable<(T1, T2, T3)> items, MapOptions? options = null, CancellationToken cancel = default) =>
        CallEach(ItemFunction.Of(Checked(function)), items, options, cancel);

    /// <inheritdoc cref="StarMap{T1, T2, TOut}"/>
    public Task<TOut[]> StarMapAsync<T1, T2, TOut>(Func<T1, T2, TOut> function, IEnumerable<(T1, T2)> items, MapOptions? options = null, CancellationToken cancel = default) =>
        CallEachAsync(ItemFunction.Of(Checked(function)), items, options, cancel);

    /// <inheritdoc cref="StarMap{T1, T2, TOut}"/>
    public Task<TOut[]> StarMapAsync<T1, T2, T3, TOut>(Func<T1, T2, T3, TOut> function, IEnumerable<(T1, T2, T3)> items, MapOptions? options = null, CancellationToken cancel = default) =>
        CallEachAsync(ItemFunction.Of(Checked(function)), items, options, cancel);

    /// <summary>Python's rule for the chunk size of a map: so that each worker gets about four tasks.</summary>
    /// <param name="items">How many items there are.</param>
    /// <remarks>
    /// Large chunks share the price of sending among many items; small ones even out items of unequal work. Four tasks a worker
    /// is a compromise that needs to know neither. Source: <c>divmod(len(iterable), len(pool) * 4)</c>, one more if there is a
    /// remainder, in CPython's multiprocessing/pool.py.
    /// </remarks>
    public int UsualChunkSize(int items) => (items + lanes.Length * TasksPerWorker - 1) / (lanes.Length * TasksPerWorker);

    TOut[] CallEach<TIn, TOut>(ItemFunction<TIn, TOut> function, IEnumerable<TIn> items, MapOptions? options, CancellationToken cancel)
    {
        var (call, ledger) = StartEach(function, items, options, cancel);
        Wait(call, ledger.Settled, cancel);
        return ledger.Results(cancel);
    }

    Task<TOut[]> CallEachAsync<TIn, TOut>(ItemFunction<TIn, TOut> function, IEnumerable<TIn> items, MapOptions? options, CancellationToken cancel)
    {
        var (call, ledger) = StartEach(function, items, options, cancel);
        return Results();

        async Task<TOut[]> Results()
        {
            await WaitAsync(call, ledger.Settled, cancel).ConfigureAwait(false);
            return ledger.Results(cancel);
        }
    }

    /// <summary>Divides the items into tasks and hands them to the dispatcher.</summary>
    (PoolCall Call, Ledger<TOut> Ledger) StartEach<TIn, TOut>(
        ItemFunction<TIn, TOut> function, IEnumerable<TIn> items, MapOptions? options, CancellationToken cancel)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        options = (options ?? new()).Validated();
        cancel.ThrowIfCancellationRequested();
        TIn[] all = [.. items];
        var call = NewCall(Packer.Pack<MapWork>(new MapWork<TIn, TOut>(function)));   // what cannot travel is refused before anything is sent
        var ledger = new Ledger<TOut>(first: 0, all.Length, all.Length, Reporter(call, options.Progress, all.Length));
        var size = options.ChunkSize ?? UsualChunkSize(all.Length);
        for (var first = 0; first < all.Length; first += size)
            dispatcher.Submit(new PoolTask<TOut>(call, ledger, first, Math.Min(size, all.Length - first), (from, count) => Packer.Pack(all[(int)from..((int)from + count)])));
        return (call, ledger);
    }

    /// <summary>A call whose tasks share a function.</summary>
    PoolCall NewCall(Parcel function) => new(new PoolFunction(Interlocked.Increment(ref functions), function));

    /// <summary>Reports progress where the call came from.</summary>
    static Action<int>? Reporter(PoolCall call, IProgress<RunProgress>? progress, int total)
    {
        if (progress is null) return null;
        var done = 0;
        return items =>
        {
            var report = new RunProgress(Interlocked.Add(ref done, items), total);
            if (call.Context is { } context) ExecutionContext.Run(context, _ => progress.Report(report), null);
            else progress.Report(report);
        };
    }
}

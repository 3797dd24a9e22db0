using LearningKit.Shipping;

namespace LearningKit.Processes;

// One call, tasks as they are wanted; each result when it is there.
public sealed partial class ProcessPool
{
    // One with the worker, one that waits for it.
    const int TasksAhead = 2;

    /// <summary>
    /// As <see cref="Map{TIn, TOut}(Func{TIn, TOut}, IEnumerable{TIn}, MapOptions?, CancellationToken)"/>, but lazily: each result
    /// when it and those before it are there, and items drawn only a little ahead of the results that are taken.
    /// </summary>
    /// <param name="function">The function.</param>
    /// <param name="items">The items; they may be endless.</param>
    /// <param name="options">Chunk size, 1 if not given, and progress, whose total is 0 since nobody knows it.</param>
    /// <param name="cancel">As if the loop was left, which throws.</param>
    /// <remarks>Work begins with the loop over the results. When the loop is left, what is in flight is cancelled.</remarks>
    /// <inheritdoc cref="Map{TIn, TOut}(Func{TIn, TOut}, IEnumerable{TIn}, MapOptions?, CancellationToken)" path="/exception"/>
    public IEnumerable<TOut> IMap<TIn, TOut>(Func<TIn, TOut> function, IEnumerable<TIn> items, MapOptions? options = null, CancellationToken cancel = default) =>
        Each(ItemFunction.Of(Checked(function)), items, options, ordered: true, cancel);

    /// <inheritdoc cref="IMap{TIn, TOut}(Func{TIn, TOut}, IEnumerable{TIn}, MapOptions?, CancellationToken)"/>
    /// <param name="function">The function; what it returns is awaited in the worker.</param>
    /// <param name="items"></param>
    /// <param name="options"></param>
    /// <param name="cancel"></param>
    public IEnumerable<TOut> IMap<TIn, TOut>(Func<TIn, Task<TOut>> function, IEnumerable<TIn> items, MapOptions? options = null, CancellationToken cancel = default) =>
        Each(ItemFunction.OfAsync(Checked(function)), items, options, ordered: true, cancel);

    /// <summary>
    /// As <see cref="IMap{TIn, TOut}(Func{TIn, TOut}, IEnumerable{TIn}, MapOptions?, CancellationToken)"/>, but each result as soon
    /// as it is there, in any order.
    /// </summary>
    /// <inheritdoc cref="IMap{TIn, TOut}(Func{TIn, TOut}, IEnumerable{TIn}, MapOptions?, CancellationToken)"/>
    public IEnumerable<TOut> IMapUnordered<TIn, TOut>(Func<TIn, TOut> function, IEnumerable<TIn> items, MapOptions? options = null, CancellationToken cancel = default) =>
        Each(ItemFunction.Of(Checked(function)), items, options, ordered: false, cancel);

    /// <inheritdoc cref="IMapUnordered{TIn, TOut}(Func{TIn, TOut}, IEnumerable{TIn}, MapOptions?, CancellationToken)"/>
    /// <param name="function">The function; what it returns is awaited in the worker.</param>
    /// <param name="items"></param>
    /// <param name="options"></param>
    /// <param name="cancel"></param>
    public IEnumerable<TOut> IMapUnordered<TIn, TOut>(Func<TIn, Task<TOut>> function, IEnumerable<TIn> items, MapOptions? options = null, CancellationToken cancel = default) =>
        Each(ItemFunction.OfAsync(Checked(function)), items, options, ordered: false, cancel);

    /// <summary>As <see cref="IMap{TIn, TOut}(Func{TIn, TOut}, IEnumerable{TIn}, MapOptions?, CancellationToken)"/>, for <c>await foreach</c>: no thread waits.</summary>
    /// <inheritdoc cref="IMap{TIn, TOut}(Func{TIn, TOut}, IEnumerable{TIn}, MapOptions?, CancellationToken)"/>
    public IAsyncEnumerable<TOut> IMapAsync<TIn, TOut>(Func<TIn, TOut> function, IEnumerable<TIn> items, MapOptions? options = null, CancellationToken cancel = default) =>
        EachAsync(ItemFunction.Of(Checked(function)), items, options, cancel);

    IEnumerable<TOut> Each<TIn, TOut>(ItemFunction<TIn, TOut> function, IEnumerable<TIn> items, MapOptions? options, bool ordered, CancellationToken cancel)
    {
        var open = Window<TIn, TOut>(function, items, options, ordered, cancel);   // now: what cannot travel is refused by the call
        return Results();

        IEnumerable<TOut> Results()
        {
            using var window = open();
            while (window.Fill())
            {
                window.Settled.Wait(CancellationToken.None);
                foreach (var result in window.Take()) yield return result;
            }
        }
    }

    IAsyncEnumerable<TOut> EachAsync<TIn, TOut>(ItemFunction<TIn, TOut> function, IEnumerable<TIn> items, MapOptions? options, CancellationToken cancel)
    {
        var open = Window<TIn, TOut>(function, items, options, ordered: true, cancel);
        return Results();

        async IAsyncEnumerable<TOut> Results()
        {
            using var window = open();
            while (window.Fill())
            {
                await window.Settled.ConfigureAwait(false);
                foreach (var result in window.Take()) yield return result;
            }
        }
    }

    Func<PoolWindow<TIn, TOut>> Window<TIn, TOut>(
        ItemFunction<TIn, TOut> function, IEnumerable<TIn> items, MapOptions? options, bool ordered, CancellationToken cancel)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ArgumentNullException.ThrowIfNull(items);
        options = (options ?? new()).Validated();
        var parcel = Packer.Pack<MapWork>(new MapWork<TIn, TOut>(function));
        return () =>
        {
            var call = NewCall(parcel);
            return new(dispatcher, call, items, options.ChunkSize ?? 1, TasksAhead * lanes.Length, Reporter(call, options.Progress, total: 0), ordered, cancel);
        };
    }
}

namespace LearningKit.Processes;

/// <summary>A pool of worker processes, under the terms of Python's multiprocessing.Pool.</summary>
/// <example>
/// <code>
/// await using var pool = new ProcessPool(workers: 2);
/// var factor = 3;
/// int[] products = pool.Map(x => factor * x, [1, 2, 3]);
/// </code>
/// </example>
/// <remarks>Thread-safe.</remarks>
public sealed class ProcessPool : IAsyncDisposable, IDisposable
{
    /// <summary>Makes a pool; its workers start in the background.</summary>
    public ProcessPool(int? workers = null, PoolOptions? options = null) => throw new NotImplementedException();

    /// <summary>Its workers as they are now.</summary>
    public IReadOnlyList<WorkerInfo> Workers => throw new NotImplementedException();

    /// <summary>Who ran what when: one record for each execution of a task, in the order in which they ended.</summary>
    public IReadOnlyList<TaskRecord> Records => throw new NotImplementedException();

    /// <summary>Calls a function in a worker and waits for what it yields.</summary>
    public TOut Apply<TOut>(Func<TOut> function, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <inheritdoc cref="Apply{TOut}(Func{TOut}, CancellationToken)"/>
    public TOut Apply<TIn, TOut>(Func<TIn, TOut> function, TIn argument, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <summary>Calls a function in a worker; what it yields is awaited.</summary>
    public Task<TOut> ApplyAsync<TOut>(Func<TOut> function, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <inheritdoc cref="ApplyAsync{TOut}(Func{TOut}, CancellationToken)"/>
    public Task<TOut> ApplyAsync<TIn, TOut>(Func<TIn, TOut> function, TIn argument, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <summary>Calls a function for each item and returns the results in the order of the items.</summary>
    public TOut[] Map<TIn, TOut>(Func<TIn, TOut> function, IEnumerable<TIn> items, MapOptions? options = null, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <inheritdoc cref="Map"/>
    public Task<TOut[]> MapAsync<TIn, TOut>(Func<TIn, TOut> function, IEnumerable<TIn> items, MapOptions? options = null, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <summary>As <see cref="Map"/>, for a function of two arguments.</summary>
    public TOut[] StarMap<T1, T2, TOut>(Func<T1, T2, TOut> function, IEnumerable<(T1, T2)> items, MapOptions? options = null, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <summary>As <see cref="Map"/>, but lazily: each result when it and those before it are there.</summary>
    public IEnumerable<TOut> IMap<TIn, TOut>(Func<TIn, TOut> function, IEnumerable<TIn> items, MapOptions? options = null, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <summary>As <see cref="IMap"/>, but each result as soon as it is there, in any order.</summary>
    public IEnumerable<TOut> IMapUnordered<TIn, TOut>(Func<TIn, TOut> function, IEnumerable<TIn> items, MapOptions? options = null, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <summary>Ends the workers at once, also those that work: what is in flight is cancelled. Leaves nothing behind.</summary>
    public ValueTask DisposeAsync() => throw new NotImplementedException();

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => throw new NotImplementedException();
}

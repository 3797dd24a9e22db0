using System.Runtime.CompilerServices;
using LearningKit.Shipping;

namespace LearningKit.Processes;

// One call, one task.
public sealed partial class ProcessPool
{
    /// <summary>Calls a function in a worker and waits for what it yields.</summary>
    /// <param name="function">The function.</param>
    /// <param name="cancel">Stops it: by its cancellation token, and by ending its worker if that does not help.</param>
    /// <remarks>What the function throws is thrown here, with the stack trace of the worker.</remarks>
    /// <exception cref="CannotTravelException">The function, what it captured or the argument cannot travel; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled, or the pool was disposed.</exception>
    /// <exception cref="TimeoutException">It took longer than <see cref="PoolOptions.TaskTimeout"/>.</exception>
    /// <exception cref="WorkerDiedException">Its worker died, and so did those that tried again.</exception>
    /// <exception cref="WorkerStartException">Workers cannot be started, or their initialiser threw.</exception>
    public TOut Apply<TOut>(Func<TOut> function, CancellationToken cancel = default) => Call(ItemFunction.Of(Checked(function)), true, cancel);

    /// <inheritdoc cref="Apply{TOut}(Func{TOut}, CancellationToken)"/>
    public void Apply(Action function, CancellationToken cancel = default) => Call(ItemFunction.Of(Checked(function)), true, cancel);

    /// <inheritdoc cref="Apply{TOut}(Func{TOut}, CancellationToken)"/>
    /// <param name="function">The function, which is given the cancellation of its task.</param>
    /// <param name="cancel">Stops it: by its cancellation token, and by ending its worker if that does not help.</param>
    public TOut Apply<TOut>(Func<CancellationToken, TOut> function, CancellationToken cancel = default) => Call(ItemFunction.OfToken(Checked(function)), true, cancel);

    /// <inheritdoc cref="Apply{TOut}(Func{TOut}, CancellationToken)"/>
    /// <param name="function">The function.</param>
    /// <param name="argument">What it is given.</param>
    /// <param name="cancel">Stops it: by its cancellation token, and by ending its worker if that does not help.</param>
    public TOut Apply<TIn, TOut>(Func<TIn, TOut> function, TIn argument, CancellationToken cancel = default) =>
        Call(ItemFunction.Of(Checked(function)), argument, cancel);

    /// <summary>Calls a function in a worker. The task that this returns is Python's AsyncResult.</summary>
    /// <inheritdoc cref="Apply{TOut}(Func{TOut}, CancellationToken)"/>
    public Task<TOut> ApplyAsync<TOut>(Func<TOut> function, CancellationToken cancel = default) => CallAsync(ItemFunction.Of(Checked(function)), true, cancel);

    /// <inheritdoc cref="ApplyAsync{TOut}(Func{TOut}, CancellationToken)"/>
    public Task ApplyAsync(Action function, CancellationToken cancel = default) => CallAsync(ItemFunction.Of(Checked(function)), true, cancel);

    /// <inheritdoc cref="ApplyAsync{TOut}(Func{TOut}, CancellationToken)"/>
    /// <param name="function">The function; what it returns is awaited in the worker.</param>
    /// <param name="cancel">Stops it: by its cancellation token, and by ending its worker if that does not help.</param>
    public Task<TOut> ApplyAsync<TOut>(Func<Task<TOut>> function, CancellationToken cancel = default) => CallAsync(ItemFunction.OfAsync(Checked(function)), true, cancel);

    /// <inheritdoc cref="ApplyAsync{TOut}(Func{TOut}, CancellationToken)"/>
    /// <param name="function">The function, which is given the cancellation of its task; what it returns is awaited in the worker.</param>
    /// <param name="cancel">Stops it: by its cancellation token, and by ending its worker if that does not help.</param>
    public Task<TOut> ApplyAsync<TOut>(Func<CancellationToken, Task<TOut>> function, CancellationToken cancel = default) =>
        CallAsync(ItemFunction.OfAsync(Checked(function)), true, cancel);

    /// <inheritdoc cref="ApplyAsync{TOut}(Func{TOut}, CancellationToken)"/>
    /// <param name="function">The function, which is given the cancellation of its task.</param>
    /// <param name="cancel">Stops it: by its cancellation token, and by ending its worker if that does not help.</param>
    public Task<TOut> ApplyAsync<TOut>(Func<CancellationToken, TOut> function, CancellationToken cancel = default) =>
        CallAsync(ItemFunction.OfToken(Checked(function)), true, cancel);

    /// <inheritdoc cref="ApplyAsync{TOut}(Func{TOut}, CancellationToken)"/>
    /// <param name="function">The function.</param>
    /// <param name="argument">What it is given.</param>
    /// <param name="cancel">Stops it: by its cancellation token, and by ending its worker if that does not help.</param>
    public Task<TOut> ApplyAsync<TIn, TOut>(Func<TIn, TOut> function, TIn argument, CancellationToken cancel = default) =>
        CallAsync(ItemFunction.Of(Checked(function)), argument, cancel);

    TOut Call<TIn, TOut>(ItemFunction<TIn, TOut> function, TIn argument, CancellationToken cancel)
    {
        var (call, ledger) = Start(function, argument, cancel);
        Wait(call, ledger.Settled, cancel);
        return ledger.Result(cancel);
    }

    Task<TOut> CallAsync<TIn, TOut>(ItemFunction<TIn, TOut> function, TIn argument, CancellationToken cancel)
    {
        var (call, ledger) = Start(function, argument, cancel);
        return Result();

        async Task<TOut> Result()
        {
            await WaitAsync(call, ledger.Settled, cancel).ConfigureAwait(false);
            return ledger.Result(cancel);
        }
    }

    (PoolCall Call, Ledger<TOut> Ledger) Start<TIn, TOut>(ItemFunction<TIn, TOut> function, TIn argument, CancellationToken cancel)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        cancel.ThrowIfCancellationRequested();
        var parcel = Packer.Pack<Work>(new ApplyWork<TIn, TOut>(function, argument));
        var call = new PoolCall();
        var ledger = new Ledger<TOut>(first: 0, count: 1, total: 1);
        dispatcher.Submit(new PoolTask<TOut>(call, ledger, 0, 1, (_, _) => parcel));
        return (call, ledger);
    }

    static T Checked<T>(T function, [CallerArgumentExpression(nameof(function))] string? name = null)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(function, name);
        return function;
    }
}

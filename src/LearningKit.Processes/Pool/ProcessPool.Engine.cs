using LearningKit.Engines;
using LearningKit.Shipping;

namespace LearningKit.Processes;

// For the engine: one call, tasks one by one, each told with who executed it.
public sealed partial class ProcessPool
{
    /// <summary>Packs a function that many tasks are for.</summary>
    internal PoolCall Open<TIn, TOut>(ItemFunction<TIn, TOut> function)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return NewCall(Packer.Pack<MapWork>(new MapWork<TIn, TOut>(function)));
    }

    /// <summary>Executes a task of a call that was opened.</summary>
    internal async Task<(Ledger<TOut> Outcome, PartExecution Execution)> ExecuteAsync<TIn, TOut>(PoolCall call, int number, TIn item)
    {
        var ledger = new Ledger<TOut>(number, count: 1, total: null);
        dispatcher.Submit(new PoolTask<TOut>(call, ledger, number, 1, (_, _) => Packer.Pack<TIn[]>([item])));
        await ledger.Settled.ConfigureAwait(false);
        return (ledger, ledger.LastRecord is { } record ? records.ExecutionOf(record) : default);
    }

    /// <summary>Stops what is left of a call that was opened.</summary>
    internal void Stop(PoolCall call) => dispatcher.Cancel(call, "The run was cancelled.");

    /// <summary>Ends a call that was opened: workers may forget its function.</summary>
    internal static void End(PoolCall call) => call.Function!.IsOver = true;
}

using LearningKit.Engines;
using LearningKit.Workloads;

namespace LearningKit.Processes;

/// <summary>
/// Executes the parts on a pool of worker processes: the workload travels once to each worker, parts and partial results one by
/// one. A free worker takes the next part.
/// </summary>
/// <param name="options">How the pool treats its workers, for example how often a part is tried again whose worker died; null for the defaults.</param>
/// <remarks>
/// The pool is kept from run to run, as long as the runs ask for as many workers: what starting them costs is paid once.
/// <para>Thread-safe: runs at the same time share a pool if they ask for as many workers.</para>
/// </remarks>
public sealed class ProcessEngine(PoolOptions? options = null) : Engine
{
    readonly Lock gate = new();
    readonly HashSet<Rented> pools = [];
    Rented? kept;
    bool disposed;

    /// <inheritdoc/>
    public override string Name => "processes";

    /// <inheritdoc/>
    protected override async Task ExecutePartsAsync<TPart, TPartial, TAnswer>(WorkloadJob<TPart, TPartial, TAnswer> job, int workers)
    {
        if (job.Count == 0) return;
        var rented = Rent(Math.Min(workers, job.Count));
        try
        {
            var call = rented.Pool.Open(new PartFunction<TPart, TPartial, TAnswer>(job.Workload));
            using var stop = job.IsAsync ? job.Cancellation.UnsafeRegister(_ => rented.Pool.Stop(call), null) : default;
            var next = -1;   // the shared ticket
            await Task.WhenAll(Enumerable.Range(0, rented.Workers).Select(_ => TakePartsAsync())).ConfigureAwait(false);
            ProcessPool.End(call);

            async Task TakePartsAsync()
            {
                for (int part; !job.Stopped && (part = Interlocked.Increment(ref next)) < job.Count;)
                {
                    var (outcome, execution) = await rented.Pool.ExecuteAsync<TPart, TPartial>(call, part, job.Parts[part]).ConfigureAwait(false);
                    try { job.Succeed(part, outcome.Result(job.Cancellation), execution); }
                    catch (OperationCanceledException) when (disposed) { throw; }   // The run is over; its parts have not failed.
                    catch (Exception exception) { job.Fail(part, exception, execution); }
                }
            }
        }
        finally
        {
            await ReturnAsync(rented).ConfigureAwait(false);
        }
    }

    /// <summary>Ends the workers; runs that are under way are cancelled.</summary>
    public override async ValueTask DisposeAsync()
    {
        Rented[] ending;
        lock (gate)
        {
            disposed = true;
            ending = [.. pools];
        }
        foreach (var rented in ending) await rented.Pool.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    Rented Rent(int workers)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if (kept?.Workers != workers) pools.Add(kept = new(new(workers, options), workers));
            kept.Users++;
            return kept;
        }
    }

    /// <summary>Ends pools that nobody uses and that have another size than the last run asked for.</summary>
    async Task ReturnAsync(Rented rented)
    {
        Rented[] ending;
        lock (gate)
        {
            rented.Users--;
            ending = [.. pools.Where(pool => pool.Users == 0 && pool != kept)];
            pools.ExceptWith(ending);
        }
        foreach (var pool in ending) await pool.Pool.DisposeAsync().ConfigureAwait(false);
    }

    sealed class Rented(ProcessPool pool, int workers)
    {
        public ProcessPool Pool => pool;

        public int Workers => workers;

        public int Users { get; set; }
    }

    /// <summary>What travels: the workload, and how to execute one of its parts.</summary>
    sealed class PartFunction<TPart, TPartial, TAnswer>(IWorkload<TPart, TPartial, TAnswer> workload) : ItemFunction<TPart, TPartial>
    {
        public override TPartial Call(TPart item, CancellationToken cancel) => workload is IAsyncWorkload<TPart, TPartial, TAnswer> waiting
            ? waiting.ExecuteAsync(item, cancel).AsTask().GetAwaiter().GetResult()
            : workload.Execute(item);
    }
}

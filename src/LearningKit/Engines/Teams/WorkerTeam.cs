namespace LearningKit.Engines;

/// <summary>
/// A team of threads that stays together: <see cref="Run"/> forks a parallel region over all of them and joins it in well
/// under a microsecond, where starting threads takes tens.
/// </summary>
/// <example>
/// <code>
/// using var team = new WorkerTeam(2);
/// var sums = new double[2];
/// team.Run(worker =>                        // runs on both workers at the same time
/// {
///     sums[worker] = SumOfHalf(worker);
///     team.Barrier();                       // nobody passes before everybody is here
///     if (worker == 0) Console.WriteLine(sums[0] + sums[1]);
/// });
/// </code>
/// </example>
/// <remarks>
/// The caller of <see cref="Run"/> is worker 0, so a team of n starts n - 1 threads. An idle team spins for some tens of
/// microseconds and then parks: it costs memory, no processor. The README beside this file says why it is correct.
/// <para>Thread-safe: regions asked for by several threads run one after the other.</para>
/// <para>Misuse: a region must not run another region of its own team, and a team that is never disposed keeps its parked
/// threads until the process ends.</para>
/// </remarks>
public sealed class WorkerTeam : IDisposable
{
    // Looking costs about 40 ns each time, parking and waking about 50 us. Spinning as long as parking would take is
    // never worse than twice the best choice (competitive spinning).
    const int SpinsBeforeParking = 1000;

    [ThreadStatic] static WorkerTeam? inside;

    readonly Lock oneRegion = new();
    readonly Thread[] threads;
    readonly Exception?[] errors;
    readonly Signal start, done, phase;
    Action<int> body = static _ => { };
    int region;
    int arrived;    // workers at the barrier
    int left;       // workers whose body has ended: they come to no barrier any more
    int finished;   // workers that touch nothing of this region any more
    bool broken;
    bool failed;
    bool disposed;

    /// <summary>Makes a team and starts its threads.</summary>
    /// <param name="workers">How many workers, the caller included: 1 to <see cref="RunOptions.MostWorkers"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no workers, or too many.</exception>
    public WorkerTeam(int workers)
    {
        if (workers is < 1 or > RunOptions.MostWorkers)
            throw new ArgumentOutOfRangeException(nameof(workers), workers, $"A team has from 1 to {RunOptions.MostWorkers} workers. This machine has {Environment.ProcessorCount} processors.");
        Workers = workers;
        // With more workers than processors, whoever spins keeps the processor from the one it waits for.
        var spins = workers <= Environment.ProcessorCount ? SpinsBeforeParking : 0;
        (start, done, phase) = (new(spins), new(spins), new(spins));
        errors = new Exception?[workers];
        threads = new Thread[workers - 1];
        for (var i = 0; i < threads.Length; i++)
        {
            var worker = i + 1;
            threads[i] = new Thread(() => Serve(worker)) { IsBackground = true, Name = $"team worker {worker}" };
            threads[i].Start();
        }
    }

    /// <summary>How many workers execute a region, the caller included.</summary>
    public int Workers { get; }

    /// <summary>Executes <paramref name="work"/> once on each worker at the same time, and returns when all have finished.</summary>
    /// <param name="work">Is given the worker's number: 0 (the caller) to <see cref="Workers"/> - 1.</param>
    /// <exception cref="AggregateException">Workers threw; the exceptions stand in the order of the workers. The team can be used again.</exception>
    /// <exception cref="InvalidOperationException">A worker of this team called, from inside a region.</exception>
    /// <exception cref="ObjectDisposedException">The team was disposed.</exception>
    public void Run(Action<int> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        ThrowIfInside("run another region of its own team. Make a second team for the inner region, or run it after this one");
        lock (oneRegion)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            (body, arrived, left, finished, broken, failed) = (work, 0, 0, 0, false, false);
            var before = region++;
            start.Advance(region);      // fork
            TakePart(worker: 0);
            done.WaitWhile(before);     // join
            body = static _ => { };     // what the region captured may be collected
            if (failed) ThrowErrors();
        }
    }

    /// <summary>Waits inside a region until every worker of the team has called this.</summary>
    /// <exception cref="InvalidOperationException">
    /// The caller is not inside a region of this team, or another worker left the region (returned or threw) without
    /// coming to this barrier: waiting would never end.
    /// </exception>
    public void Barrier()
    {
        if (inside != this) throw new InvalidOperationException("A barrier was called outside a region of its team. Call it in the body given to Run, on the team that runs it.");
        if (Volatile.Read(ref broken)) throw new BrokenBarrierException();
        var seen = phase.Value;
        if (Interlocked.Increment(ref arrived) == Workers)
        {
            Volatile.Write(ref arrived, 0);
            phase.Advance(seen + 1);
            return;
        }
        // Whoever left after passing this barrier had seen the phase move, so it is looked at last.
        if (Volatile.Read(ref left) != 0 && phase.Value == seen) Volatile.Write(ref broken, true);
        else phase.WaitWhile(seen);
        if (Volatile.Read(ref broken)) throw new BrokenBarrierException();
    }

    /// <summary>Ends the threads, after the region that may be running. Disposing twice does nothing.</summary>
    /// <exception cref="InvalidOperationException">A worker of this team called, from inside a region.</exception>
    public void Dispose()
    {
        ThrowIfInside("dispose its own team. Dispose it after the region");
        lock (oneRegion)
        {
            if (disposed) return;
            disposed = true;
            start.Advance(++region);
            foreach (var thread in threads) thread.Join();
        }
    }

    void Serve(int worker)
    {
        for (var seen = 0; ;)
        {
            seen = start.WaitWhile(seen);
            if (disposed) return;
            TakePart(worker);
        }
    }

    void TakePart(int worker)
    {
        var outer = inside;
        inside = this;
        try
        {
            body(worker);
        }
        catch (Exception error)
        {
            errors[worker] = error;
            failed = true;
        }
        inside = outer;
        Leave();
    }

    void Leave()
    {
        if (Interlocked.Increment(ref left) < Workers && Volatile.Read(ref arrived) != 0)
        {
            // Someone waits at a barrier to which this worker will not come.
            Volatile.Write(ref broken, true);
            phase.Advance(phase.Value + 1);
        }
        // Counted apart, after the last look: once all have finished, the next region may begin.
        if (Interlocked.Increment(ref finished) == Workers) done.Advance(region);
    }

    void ThrowErrors()
    {
        var thrown = errors.OfType<Exception>().ToArray();
        Array.Clear(errors);
        // A broken barrier is the echo of another worker's exception; alone it is the error.
        var causes = Array.FindAll(thrown, static error => error is not BrokenBarrierException);
        throw new AggregateException(causes.Length > 0 ? causes : thrown);
    }

    void ThrowIfInside(string what)
    {
        if (inside == this || oneRegion.IsHeldByCurrentThread) throw new InvalidOperationException($"A worker of a team tried to {what}.");
    }

    sealed class BrokenBarrierException() : InvalidOperationException(
        "A worker waited at a barrier to which another did not come: it returned or threw before. Let every worker of the region call Barrier equally often.");
}

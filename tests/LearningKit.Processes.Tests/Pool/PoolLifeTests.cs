using System.Runtime.CompilerServices;
using LearningKit.Engines;

namespace LearningKit.Processes.Tests.Pool;

/// <summary>How a pool begins and ends, and what it forgets, with workers that are threads of this process.</summary>
public sealed class PoolLifeTests
{
    static readonly TimeSpan patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Start_ThatThrows_EndsThePoolWithTheReason()
    {
        using var pool = new ProcessPool(2, null, _ => throw new IOException("no room"));
        var refusal = Assert.Throws<WorkerStartException>(() => pool.Map(x => x, [1, 2]));
        Assert.Matches("^worker [01] could not be started: no room$", refusal.Message);
        Assert.IsType<IOException>(refusal.InnerException);
        Assert.Empty(await Shared.Aside.Start(() => pool.Workers).WaitAsync(patience));
    }

    [Fact]
    public async Task Starts_ThatFailButNeverThreeInARow_DoNotEndThePool()
    {
        // Each third worker answers one task; the others die before they are ready, two in a row at most.
        var fakes = new FakeWorkers { DeathOf = number => number % 3 == 2 ? new(1, FakeWorkers.Progress.AfterIt) : new(0, FakeWorkers.Progress.BeforeIt) };
        using var pool = fakes.Pool(1, new() { Retries = 10 });
        var squares = await pool.MapAsync(x => x * x, Enumerable.Range(0, 4), new() { ChunkSize = 1 }).WaitAsync(patience);
        Assert.Equal([0, 1, 4, 9], squares);
    }

    [Fact]
    public async Task Dispose_WhileAWorkerStarts_EndsThatToo()
    {
        using var starting = new SemaphoreSlim(0);
        using var disposed = new ManualResetEventSlim();
        var fakes = new FakeWorkers { BeforeStart = () => { starting.Release(); disposed.Wait(); } };
        var pool = fakes.Pool(1);
        await starting.WaitAsync(patience);
        var disposal = pool.DisposeAsync().AsTask();
        Assert.False(disposal.IsCompleted);
        disposed.Set();
        await disposal.WaitAsync(patience);
        Assert.Equal((1, 0), (fakes.Started, fakes.Alive));
    }

    [Fact]
    public async Task Dispose_ReturnsWhenNothingIsLeft()
    {
        var fakes = new FakeWorkers();
        var pool = fakes.Pool(3);
        await pool.MapAsync(x => x, Enumerable.Range(0, 10)).WaitAsync(patience);
        await pool.DisposeAsync().AsTask().WaitAsync(patience);
        Assert.Equal((3, 0), (fakes.Started, fakes.Alive));
    }

    [Fact]
    public async Task Calls_OfADisposedPool_AreRefused()
    {
        var pool = new FakeWorkers().Pool(1);
        var lazy = pool.IMap(x => x, [1]);
        await pool.DisposeAsync();
        Assert.Throws<ObjectDisposedException>(() => pool.Apply(() => 1));
        Assert.Throws<ObjectDisposedException>(() => pool.Map(x => x, [1]));
        Assert.Throws<ObjectDisposedException>(() => pool.IMap(x => x, [1]));
        Assert.ThrowsAny<OperationCanceledException>(() => lazy.Count());
    }

    [Fact]
    public void Task_TriedAgainByItself_KeepsItsNumber_AndOneTriedInItemsGivesNewOnes()
    {
        var fakes = new FakeWorkers { DeathOf = number => number < 2 ? new(1, FakeWorkers.Progress.BeforeIt) : null };
        using var pool = fakes.Pool(1);
        Assert.Equal([0, 1], pool.Map(x => x, [0, 1], new() { ChunkSize = 2 }));
        Assert.Equal(
            [(0, 1, 2, TaskOutcome.WorkerDied), (1, 2, 1, TaskOutcome.WorkerDied), (1, 3, 1, TaskOutcome.Succeeded), (2, 2, 1, TaskOutcome.Succeeded)],
            pool.Records.Select(record => (record.Task, record.Attempt, record.Items.Count, record.Outcome)).Order());
    }

    [Fact]
    public void Retries_None_FailTheWholeTask()
    {
        var fakes = new FakeWorkers { DeathOf = number => number == 0 ? new(1, FakeWorkers.Progress.BeforeIt) : null };
        using var pool = fakes.Pool(1, new() { Retries = 0 });
        var failed = Assert.Throws<PartFailedException>(() => pool.Map(x => x, [0, 1, 2, 3], new() { ChunkSize = 2 }));
        Assert.Equal([0, 1], failed.Failures.Select(failure => failure.Part));
        Assert.All(failed.Failures, failure => Assert.Equal(0, failure.Worker));
        Assert.All(failed.Failures, failure => Assert.Equal((0L, 2, 1), Of((WorkerDiedException)failure.Exception)));
        Assert.StartsWith("A task of items 0 to 1 could not be computed", failed.Failures[0].Exception.Message, StringComparison.Ordinal);
        Assert.Equal([2, 3], failed.Completed.Keys.Order());

        static (long, int, int) Of(WorkerDiedException died) => (died.Item, died.Count, died.Attempts);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Function_OfAMapThatIsOver_IsForgottenByTheWorker(bool lazy)
    {
        using var pool = new FakeWorkers().Pool(1);
        Traces.Seen.Clear();
        MapWithALargeTable(pool, lazy);
        pool.Map(x => x + 1, [1]);     // told of before the next function
        pool.Apply(() => 1);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(Assert.Single(Traces.Seen).IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static void MapWithALargeTable(ProcessPool pool, bool lazy)
    {
        var table = new Table();
        if (lazy) Assert.Equal(2, pool.IMap(x => table.Look(x), [1, 2]).Count());
        else pool.Map(x => table.Look(x), [1, 2], new() { ChunkSize = 1 });
    }

    static class Traces
    {
        public static List<WeakReference> Seen { get; } = [];
    }

    /// <summary>Captured by a function. The copies in workers leave a trace.</summary>
    sealed class Table
    {
        public int Look(int x)
        {
            if (!Traces.Seen.Exists(seen => seen.Target == this)) Traces.Seen.Add(new(this));
            return x;
        }
    }
}

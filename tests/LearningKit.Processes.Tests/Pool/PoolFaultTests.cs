using System.Collections.Concurrent;
using System.Diagnostics;
using LearningKit.Engines;
using LearningKit.Shipping;

namespace LearningKit.Processes.Tests.Pool;

/// <summary>What a pool does when tasks, workers and callers go wrong, with real workers.</summary>
public sealed class PoolFaultTests
{
    static readonly TimeSpan patience = TimeSpan.FromMinutes(1);

    [Fact]
    public void Worker_KilledAtATask_IsReplacedAndTheTaskTriedAgain()
    {
        using var folder = new Folder();
        using var pool = new ProcessPool(2);
        var first = folder.File("first");
        var squares = pool.Map(x => x == 3 && Crime.IsFirst(first) ? Crime.KillMyself() : x * x, Enumerable.Range(0, 8));
        Assert.Equal(Enumerable.Range(0, 8).Select(x => x * x), squares);
        Assert.Contains(pool.Records, record => record.Outcome == TaskOutcome.WorkerDied);
        Assert.Contains(pool.Records, record => record is { Attempt: 2, Outcome: TaskOutcome.Succeeded });
        // The other worker may have been through before the new one had begun.
        Assert.True(SpinWait.SpinUntil(() => pool.Workers.Any(worker => worker.Name.EndsWith("(2)", StringComparison.Ordinal)), patience));
    }

    [Fact]
    public void Poison_IsReportedWithItsAttempts_AndAllOthersFinish()
    {
        using var pool = new ProcessPool(2, new() { Retries = 1 });
        var failed = Assert.Throws<PartFailedException>(() => pool.Map(x => x == 3 ? Crime.KillMyself() : x * x, Enumerable.Range(0, 8), new() { ChunkSize = 4 }));
        var failure = Assert.Single(failed.Failures);
        var died = Assert.IsType<WorkerDiedException>(failure.Exception);
        Assert.Equal((3, 3L, 2), (failure.Part, died.Item, died.Attempts));
        Assert.Contains("Item 3 could not be computed: its worker died, at 2 of 2 attempts. ", died.Message, StringComparison.Ordinal);
        Assert.Contains(died.End.Explanation, died.Message, StringComparison.Ordinal);
        Assert.Equal([0, 1, 2, 4, 5, 6, 7], failed.Completed.Keys.Order());
    }

    [Fact]
    public void Worker_KilledWhileIdle_IsReplaced()
    {
        using var pool = new ProcessPool(1);
        var before = pool.Apply(() => Environment.ProcessId);
        using (var process = Process.GetProcessById(before))
        {
            process.Kill();
            process.WaitForExit();
        }
        Assert.NotEqual(before, pool.Apply(() => Environment.ProcessId));
    }

    [Fact]
    public async Task Cancellation_OfATaskThatListens_LeavesItsWorkerAlive()
    {
        var started = new Started();
        using var pool = new ProcessPool(1, new() { CancelPatience = patience, Printed = started.Heard });
        var worker = pool.Apply(() => Environment.ProcessId);
        using var cancel = new CancellationTokenSource();
        var running = pool.ApplyAsync(
            stop =>
            {
                Console.WriteLine("started");
                stop.WaitHandle.WaitOne();
                stop.ThrowIfCancellationRequested();
                return 0;
            },
            cancel.Token);
        var waiting = pool.MapAsync(x => x, [1, 2, 3], cancel: cancel.Token);
        await started.Task.WaitAsync(patience);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(patience));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(patience));
        Assert.Equal(worker, pool.Apply(() => Environment.ProcessId));
        Assert.Equal(TaskOutcome.Cancelled, pool.Records[1].Outcome);
    }

    [Fact]
    public async Task Cancellation_OfATaskThatDoesNotListen_EndsItsWorker()
    {
        var started = new Started();
        using var pool = new ProcessPool(1, new() { CancelPatience = TimeSpan.Zero, Printed = started.Heard });
        var worker = pool.Apply(() => Environment.ProcessId);
        using var cancel = new CancellationTokenSource();
        var running = pool.ApplyAsync(() => Crime.SpinForever(), cancel.Token);
        await started.Task.WaitAsync(patience);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(patience));
        Assert.NotEqual(worker, pool.Apply(() => Environment.ProcessId));
    }

    [Fact]
    public async Task Loop_ThatIsLeft_CancelsWhatIsInFlight()
    {
        using var pool = new ProcessPool(1, new() { CancelPatience = TimeSpan.Zero, Printed = _ => { } });
        foreach (var result in pool.IMap(x => x == 0 ? 0 : Crime.SpinForever(), Enumerable.Range(0, 5)))
        {
            Assert.Equal(0, result);
            break;
        }
        Assert.Equal(1, await pool.ApplyAsync(() => 1).WaitAsync(patience));
    }

    [Fact]
    public async Task Timeout_OfATask_EndsItAloneAndSaysSo()
    {
        using var pool = new ProcessPool(1, new() { TaskTimeout = TimeSpan.FromSeconds(5), CancelPatience = TimeSpan.Zero, Printed = _ => { } });
        var failed = await Assert.ThrowsAsync<PartFailedException>(
            () => pool.MapAsync(x => x == 1 ? Crime.SpinForever() : x, [0, 1, 2], new() { ChunkSize = 1 }).WaitAsync(patience));
        var failure = Assert.Single(failed.Failures);
        Assert.Equal(1, failure.Part);
        Assert.Equal("Item 1 took longer than 00:00:05 (PoolOptions.TaskTimeout) and was stopped.", Assert.IsType<TimeoutException>(failure.Exception).Message);
        Assert.Equal([0, 2], failed.Completed.Keys.Order());
        Assert.Contains(pool.Records, record => record.Outcome == TaskOutcome.TimedOut);
    }

    [Fact]
    public async Task Dispose_WithWorkInFlight_CancelsItAndLeavesNothing()
    {
        var started = new Started();
        var pool = new ProcessPool(2, new() { Printed = started.Heard });
        var running = pool.MapAsync(_ => Crime.SpinForever(), Enumerable.Range(0, 10), new() { ChunkSize = 1 });
        await started.Task.WaitAsync(patience);
        var workers = pool.Workers;
        await pool.DisposeAsync().AsTask().WaitAsync(patience);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(patience));
        Assert.Equal(2, workers.Count);
        Assert.All(workers, worker => Assert.Throws<ArgumentException>(() => Process.GetProcessById(worker.ProcessId)));
        Assert.Throws<ObjectDisposedException>(() => pool.Apply(() => 1));
        await pool.DisposeAsync();
    }

    [Fact]
    public async Task Dispose_WithinAProgressReport_EndsTheWorkersAndCancelsTheRest()
    {
        var fakes = new FakeWorkers();
        var alive = new List<int>();
        using var pool = fakes.Pool(2);
        var map = pool.MapAsync(x => x, Enumerable.Range(0, 1000), new()
        {
            ChunkSize = 1,
            Progress = new Report(_ =>
            {
                lock (alive)
                {
                    pool.Dispose();
                    alive.Add(fakes.Alive);
                }
            }),
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => map.WaitAsync(patience));
        await pool.DisposeAsync().AsTask().WaitAsync(patience);
        Assert.All(alive, left => Assert.Equal(0, left));
        Assert.Equal(pool.Records.Count(record => record.Outcome == TaskOutcome.Succeeded), alive.Count);   // and none of what was cancelled
    }

    [Fact]
    public void Initializer_IsCalledInEachWorkerOnce()
    {
        using var pool = new ProcessPool(2, new() { Initializer = () => Crime.Initialized++, MaxTasksPerChild = 1 });
        Assert.Equal([1, 1, 1, 1], pool.Map(_ => Crime.Initialized, Enumerable.Range(0, 4), new() { ChunkSize = 1 }));
        Assert.Equal(0, Crime.Initialized);
    }

    [Fact]
    public void Initializer_ThatThrows_IsTheErrorOfEveryCall()
    {
        using var pool = new ProcessPool(1, new() { Initializer = () => throw new InvalidDataException("no key") });
        var refusal = Assert.Throws<WorkerStartException>(() => pool.Map(x => x, [1]));
        Assert.Equal("The pool's Initializer threw in worker 0: InvalidDataException: no key", refusal.Message);
    }

    [Fact]
    public void MaxTasksPerChild_GivesEachTaskAFreshWorker()
    {
        using var pool = new ProcessPool(1, new() { MaxTasksPerChild = 2 });
        var ids = pool.Map(_ => Environment.ProcessId, Enumerable.Range(0, 6), new() { ChunkSize = 1 });
        Assert.Equal(3, ids.Distinct().Count());
        Assert.All(ids.CountBy(id => id), pair => Assert.Equal(2, pair.Value));
    }

    [Fact]
    public void WhatCannotTravel_IsRefusedAndNothingIsSent()
    {
        using var pool = new ProcessPool(1);
        using var stream = new MemoryStream();
        using var thread = new Mutex();
        Assert.Throws<CannotTravelException>(() => pool.Apply(() => thread.WaitOne()));
        Assert.Throws<CannotTravelException>(() => pool.Map(x => thread.WaitOne(x), [1, 2]));
        Assert.Throws<CannotTravelException>(() => pool.IMap(x => thread.WaitOne(x), [1, 2]));
        Assert.Empty(pool.Records);
        Assert.Throws<CannotTravelException>(() => pool.Map(x => x is null, [null, (object)thread], new() { ChunkSize = 1 }));
        Assert.Throws<PartFailedException>(() => pool.Map(_ => Thread.CurrentThread, [1]));
        Assert.Equal(1, pool.Apply(() => 1));
    }

    [Fact]
    public void Pool_WithinAWorker_Works()
    {
        using var pool = new ProcessPool(1);
        var (inner, outer) = pool.Apply(() =>
        {
            using var nested = new ProcessPool(1);
            return (nested.Apply(() => Environment.ProcessId), Environment.ProcessId);
        });
        Assert.NotEqual(inner, outer);
        Assert.Equal(pool.Workers[0].ProcessId, outer);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(inner));
    }

    [Fact]
    public async Task Prints_GoWhereTheCallWasMade()
    {
        var place = new AsyncLocal<string?>();
        var heard = new ConcurrentQueue<(string? Place, string Text)>();
        place.Value = "construction";
        await using var pool = new ProcessPool(1, new() { Printed = line => heard.Enqueue((place.Value, line.Text)) });
        place.Value = "first";
        pool.Map(x => Console.WriteLine(x), [1]);
        Assert.True(SpinWait.SpinUntil(() => heard.Count == 1, patience));
        place.Value = "second";
        await pool.ApplyAsync(() => Console.WriteLine(2));
        Assert.True(SpinWait.SpinUntil(() => heard.Count == 2, patience));
        Assert.Equal([("first", "1"), ("second", "2")], heard);
    }

    /// <summary>Set when a worker prints its first line.</summary>
    sealed class Started
    {
        readonly TaskCompletionSource heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Task => heard.Task;

        public void Heard(WorkerOutput line) => heard.TrySetResult();
    }

    sealed class Report(Action<RunProgress> report) : IProgress<RunProgress>
    {
        void IProgress<RunProgress>.Report(RunProgress value) => report(value);
    }

    sealed class Folder : IDisposable
    {
        readonly string path = Directory.CreateTempSubdirectory("pool-faults-").FullName;

        public string File(string name) => Path.Combine(path, name);

        public void Dispose() => Directory.Delete(path, recursive: true);
    }
}

/// <summary>What tasks of these tests do to their workers.</summary>
static class Crime
{
    public static int Initialized { get; set; }

    public static int KillMyself()
    {
        using var self = Process.GetCurrentProcess();
        self.Kill();
        Thread.Sleep(Timeout.Infinite);
        return 0;
    }

    public static int SpinForever()
    {
        Console.WriteLine("started");
        while (true) { }
    }

    /// <summary>True for whoever comes first.</summary>
    public static bool IsFirst(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.CreateNew);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}

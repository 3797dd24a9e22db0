using LearningKit.Engines;

namespace LearningKit.Processes.Tests.Pool;

/// <summary>A pool with real workers, for all tests that do no harm to them.</summary>
public sealed class SharedPool : IDisposable
{
    public ProcessPool Pool { get; } = new(workers: 2);

    public void Dispose() => Pool.Dispose();
}

public sealed class ProcessPoolTests(SharedPool shared) : IClassFixture<SharedPool>
{
    readonly ProcessPool pool = shared.Pool;

    [Fact]
    public void Map_ALambdaWithAVariable_GivesTheResultsInOrder()
    {
        var factor = 3;
        Assert.Equal(Enumerable.Range(0, 1000).Select(x => 3 * x), pool.Map(x => factor * x, Enumerable.Range(0, 1000)));
    }

    [Fact]
    public void Map_OfNothing_GivesNothing() => Assert.Empty(pool.Map(x => x + 1, Array.Empty<int>()));

    [Fact]
    public async Task EachForm_OfAFunction_IsCalled()
    {
        var one = 1;
        Assert.Equal(1, pool.Apply(() => one));
        Assert.Equal(3, pool.Apply(x => x + one, 2));
        pool.Apply(() => { one++; });
        Assert.False(pool.Apply(cancel => cancel.IsCancellationRequested));
        Assert.Equal(1, await pool.ApplyAsync(() => one));
        Assert.Equal(3, await pool.ApplyAsync(x => x + one, 2));
        Assert.Equal(1, await pool.ApplyAsync(async () => { await Task.Yield(); return one; }));
        Assert.Equal(1, await pool.ApplyAsync(async cancel => { await Task.Delay(1, cancel); return one; }));
        Assert.Equal([2, 3], pool.Map(x => x + one, [1, 2]));
        Assert.Equal([2, 3], pool.Map((x, cancel) => cancel.CanBeCanceled ? x + one : 0, [1, 2]));
        Assert.Equal([2, 3], pool.Map(async x => { await Task.Yield(); return x + one; }, [1, 2]));
        pool.Map(x => { one += x; }, [1, 2]);
        Assert.Equal(2, (await pool.MapAsync(x => x + one, [1, 2]))[0]);
        Assert.Equal([4, 6], pool.StarMap((x, y) => x + y + one, [(1, 2), (2, 3)]));
        Assert.Equal(["1a1", "2b1"], pool.StarMap((x, y, z) => $"{x}{y}{z}", [(1, 'a', 1L), (2, 'b', 1L)]));
        Assert.Equal(6, (await pool.StarMapAsync((x, y) => x + y + one, [(1, 2), (2, 3)]))[1]);
        Assert.Equal([2, 3], pool.IMap(x => x + one, [1, 2]));
        Assert.Equal([2, 3], pool.IMapUnordered(x => x + one, [1, 2]).Order());
        var seen = new List<int>();
        await foreach (var x in pool.IMapAsync(x => x + one, [1, 2])) seen.Add(x);
        Assert.Equal([2, 3], seen);
        Assert.Equal(1, one);
    }

    [Fact]
    public void Tasks_RunInWorkers_NotHere()
    {
        Assert.Null(WorkerContext.Current);
        var ids = pool.Map(_ => Environment.ProcessId, Enumerable.Range(0, 8), new() { ChunkSize = 1 });
        Assert.DoesNotContain(Environment.ProcessId, ids);
        Assert.Subset(pool.Workers.Select(worker => worker.ProcessId).ToHashSet(), ids.ToHashSet());
        var (name, index) = pool.Apply(() => (WorkerContext.Current!.Name, WorkerContext.Current.Index));
        Assert.Equal($"worker {index}", name);
    }

    [Fact]
    public void Apply_OfAFunctionThatThrows_ThrowsItsException()
    {
        var thrown = Assert.Throws<InvalidDataException>(() => pool.Apply<int>(() => throw new InvalidDataException("bad")));
        Assert.Equal("bad", thrown.Message);
        Assert.Contains(nameof(Apply_OfAFunctionThatThrows_ThrowsItsException), thrown.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void Map_WhereItemsThrow_NamesThemAndKeepsTheOthers()
    {
        var failed = Assert.Throws<PartFailedException>(() => pool.Map(x => x % 4 == 1 ? throw new InvalidDataException($"{x} is bad") : 10 * x, Enumerable.Range(0, 8)));
        Assert.Equal([1, 5], failed.Failures.Select(failure => failure.Part));
        Assert.All(failed.Failures, failure => Assert.IsType<InvalidDataException>(failure.Exception));
        Assert.Equal([0, 2, 3, 4, 6, 7], failed.Completed.Keys.Order());
        Assert.All(failed.Completed, done => Assert.Equal(10 * done.Key, done.Value));
        Assert.StartsWith("Item 1 of 8 (and 1 more) failed on worker ", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void IMap_OfEndlessItems_DrawsLittleAheadAndEndsWithTheLoop()
    {
        var drawn = 0;
        var taken = new List<int>();
        foreach (var result in pool.IMap(x => 2 * x, Endless()))
        {
            taken.Add(result);
            Assert.Equal(taken.Count + 3, drawn);   // four in flight, of which this one is over
            if (taken.Count == 50) break;
        }
        Assert.Equal(Enumerable.Range(0, 50).Select(x => 2 * x), taken);
        Assert.Equal(1, pool.Apply(() => 1));

        IEnumerable<int> Endless()
        {
            while (true) yield return drawn++;
        }
    }

    [Fact]
    public void IMap_ThatIsLeft_LeavesItsItemsToo()
    {
        var left = false;
        foreach (var _ in pool.IMap(x => x, Items())) break;
        Assert.True(left);

        IEnumerable<int> Items()
        {
            try
            {
                while (true) yield return 1;
            }
            finally
            {
                left = true;
            }
        }
    }

    [Fact]
    public void IMap_InChunks_NamesTheItemThatFailed()
    {
        var failed = Assert.Throws<PartFailedException>(
            () => pool.IMap(x => x == 5 ? throw new InvalidDataException("bad") : x, Enumerable.Range(0, 8), new() { ChunkSize = 2 }).Count());
        Assert.Equal(5, Assert.Single(failed.Failures).Part);
        Assert.Equal([4], failed.Completed.Keys);
    }

    [Fact]
    public void IMapUnordered_GivesWhatIsDoneFirst()
    {
        using var gate = new TemporaryFile();
        var path = gate.Path;
        var results = new List<int>();
        foreach (var result in pool.IMapUnordered(x => x == 0 ? Gates.WaitFor(path) : x, [0, 1]))
        {
            results.Add(result);
            File.WriteAllText(path, "");
        }
        Assert.Equal([1, 0], results);
    }

    [Fact]
    public void IMap_WhereAnItemThrows_GivesThoseBeforeItAndNamesIt()
    {
        var results = new List<int>();
        var failed = Assert.Throws<PartFailedException>(() =>
        {
            foreach (var result in pool.IMap(x => x == 2 ? throw new InvalidDataException("bad") : x, Enumerable.Range(0, 5))) results.Add(result);
        });
        Assert.Equal([0, 1], results);
        Assert.Equal(2, Assert.Single(failed.Failures).Part);
        Assert.StartsWith("Item 2 failed on worker ", failed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(8, 1)]
    [InlineData(9, 2)]
    [InlineData(16, 2)]
    [InlineData(1000, 125)]
    [InlineData(1001, 126)]
    public void ChunkSize_IsThatOfPython(int items, int size) => Assert.Equal(size, pool.UsualChunkSize(items));

    [Fact]
    public void Records_SayWhoRanWhatWhen()
    {
        using var own = new ProcessPool(2);
        own.Map(x => x + 1, Enumerable.Range(0, 10), new() { ChunkSize = 3 });
        var records = own.Records;
        Assert.Equal([(0L, 3), (3L, 3), (6L, 3), (9L, 1)], records.Select(record => record.Items).Order());
        Assert.Equal([0L, 1, 2, 3], records.Select(record => record.Task).Order());
        Assert.All(records, record =>
        {
            Assert.Equal((1, TaskOutcome.Succeeded), (record.Attempt, record.Outcome));
            Assert.True(record.Sent <= record.Started && record.Started + record.Duration <= record.Received);
            Assert.Equal(own.Workers[record.WorkerIndex].ProcessId, record.ProcessId);
            Assert.InRange(record.Core, 0, 10_000);
            Assert.True(record is { BytesSent: > 0, BytesReceived: > 0 });
        });
        Assert.Equal(records.Count, own.Trace.Events.Count);
        Assert.All(own.Trace.Events, e => Assert.InRange(e.Worker, 0, 1));
        Assert.Equal(4, own.Workers.Sum(worker => worker.TasksDone));
    }

    [Fact]
    public void Progress_CountsItems()
    {
        var reports = new System.Collections.Concurrent.ConcurrentQueue<RunProgress>();
        pool.Map(x => x, Enumerable.Range(0, 10), new() { ChunkSize = 4, Progress = new Direct(reports.Enqueue) });
        Assert.Equal(3, reports.Count);
        Assert.Equal(10, reports.Max(report => report.Done));
        Assert.All(reports, report => Assert.Equal(10, report.Total));
        var thrown = Assert.Throws<InvalidDataException>(
            () => pool.Map(x => x, [1], new() { Progress = new Direct(_ => throw new InvalidDataException("from the progress")) }));
        Assert.Equal("from the progress", thrown.Message);
    }

    [Fact]
    public void Progress_IsReportedWhereTheCallWasMade()
    {
        var place = new AsyncLocal<string?> { Value = "here" };
        var places = new System.Collections.Concurrent.ConcurrentQueue<string?>();
        pool.Map(x => x, Enumerable.Range(0, 10), new() { ChunkSize = 1, Progress = new Direct(_ => places.Enqueue(place.Value)) });
        Assert.Equal(Enumerable.Repeat("here", 10), places);
    }

    [Fact]
    public void Captured_Arrays_TravelWithTheFunctionOnce()
    {
        var table = Enumerable.Range(0, 100_000).Select(x => (double)x).ToArray();
        Assert.Equal([1.0, 2.0, 99_999.0], pool.Map(x => table[x], [1, 2, 99_999], new() { ChunkSize = 1 }));
        // The record of the task that took the table along counts it: one for each worker that had a task.
        Assert.All(pool.Records.TakeLast(3).GroupBy(record => record.Worker), tasks => Assert.Single(tasks, task => task.BytesSent > 100_000));
    }

    [Fact]
    public void Calls_OfManyThreads_AreAnsweredEachWithItsOwn()
    {
        var answers = new int[8];
        Parallel.For(0, answers.Length, new() { MaxDegreeOfParallelism = answers.Length }, caller =>
        {
            answers[caller] = Enumerable.Range(0, 20).Sum(i => pool.Apply(x => x + caller, i)) + pool.Map(x => x * caller, Enumerable.Range(0, 20)).Sum();
        });
        Assert.Equal(Enumerable.Range(0, answers.Length).Select(caller => 190 + (20 * caller) + (190 * caller)), answers);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2000)]
    public void Workers_ImpossibleNumbers_AreRefused(int workers) => Assert.Throws<ArgumentOutOfRangeException>(() => new ProcessPool(workers));

    [Fact]
    public void Options_ThatMakeNoSense_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProcessPool(1, new() { Retries = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProcessPool(1, new() { MaxTasksPerChild = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProcessPool(1, new() { TaskTimeout = TimeSpan.Zero }));
        Assert.Throws<ArgumentOutOfRangeException>(() => pool.Map(x => x, [1], new() { ChunkSize = 0 }));
    }

    sealed class Direct(Action<RunProgress> report) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => report(value);
    }

    sealed class TemporaryFile : IDisposable
    {
        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"pool-gate-{Guid.NewGuid():N}");

        public void Dispose() => File.Delete(Path);
    }
}

static class Gates
{
    /// <summary>Waits in a worker until a file is there.</summary>
    public static int WaitFor(string path)
    {
        if (!SpinWait.SpinUntil(() => File.Exists(path), TimeSpan.FromMinutes(1))) throw new TimeoutException("The gate was never opened.");
        return 0;
    }
}

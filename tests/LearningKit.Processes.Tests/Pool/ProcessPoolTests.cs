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
}

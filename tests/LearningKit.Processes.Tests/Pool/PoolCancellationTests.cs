using LearningKit.Engines;

namespace LearningKit.Processes.Tests.Pool;

/// <summary>
/// When a task is no longer wanted, step by step: the workers are threads of this process, so the tests hold tasks by gates that
/// both sides see.
/// </summary>
public sealed class PoolCancellationTests
{
    static readonly TimeSpan patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Chunk_CancelledInItsMiddle_LeavesTheRestUndone()
    {
        using var pool = new FakeWorkers().Pool(1, new() { CancelPatience = patience });
        using var cancel = new CancellationTokenSource();
        var running = pool.MapAsync(
            (x, stop) =>
            {
                Stage<Chunk>.Enter();
                stop.WaitHandle.WaitOne();
                return x;
            },
            [0, 1, 2],
            new() { ChunkSize = 3 },
            cancel.Token);
        await Stage<Chunk>.Entered.WaitAsync(patience);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(patience));
        Assert.Equal(1, Stage<Chunk>.Entries);
    }

    [Fact]
    public async Task Result_ThatComesInSpiteOfACancellation_Counts()
    {
        var fakes = new FakeWorkers();
        using var pool = fakes.Pool(1, new() { CancelPatience = patience });
        using var cancel = new CancellationTokenSource();
        var running = pool.ApplyAsync(
            stop =>
            {
                Stage<Spite>.Enter();
                stop.WaitHandle.WaitOne();
                return 7;
            },
            cancel.Token);
        await Stage<Spite>.Entered.WaitAsync(patience);
        await cancel.CancelAsync();
        Assert.Equal(7, await running.WaitAsync(patience));
        Assert.Equal(1, fakes.Started);
    }

    [Fact]
    public async Task Result_ThatComesAfterItsTime_IsATimeout()
    {
        var fakes = new FakeWorkers();
        using var pool = fakes.Pool(1, new() { CancelPatience = patience, TaskTimeout = TimeSpan.FromMilliseconds(50) });
        var late = pool.ApplyAsync(stop =>
        {
            stop.WaitHandle.WaitOne();
            return 7;
        });
        await Assert.ThrowsAsync<TimeoutException>(() => late.WaitAsync(patience));
        Assert.Equal(TaskOutcome.TimedOut, Assert.Single(pool.Records).Outcome);
        Assert.Equal(1, fakes.Started);
    }

    [Fact]
    public async Task Task_WhoseTimeIsOver_IsNotTriedAgain()
    {
        using var pool = new FakeWorkers().Pool(1, new() { CancelPatience = TimeSpan.Zero, TaskTimeout = TimeSpan.FromMilliseconds(50), Retries = 5 });
        using var over = Stage<Deaf>.Hold();
        var deaf = pool.ApplyAsync(() =>
        {
            Stage<Deaf>.Enter();
            Stage<Deaf>.WaitForEnd();
            return 7;
        });
        await Assert.ThrowsAsync<TimeoutException>(() => deaf.WaitAsync(patience));
        Assert.Equal(TaskOutcome.TimedOut, Assert.Single(pool.Records).Outcome);
        Assert.InRange(Stage<Deaf>.Entries, 0, 1);   // none if its time was over before it began
    }

    [Fact]
    public async Task Worker_ThatStoppedInTime_IsNotEndedAfterwards()
    {
        // A busy machine may take longer than the patience to stop a task: then its worker was ended rightly, and this is done again.
        for (var tries = 0; ; tries++)
        {
            var grace = TimeSpan.FromMilliseconds(250 << tries);
            var fakes = new FakeWorkers();
            using var pool = fakes.Pool(1, new() { CancelPatience = grace });
            using var cancel = new CancellationTokenSource();
            var running = pool.ApplyAsync(
                stop =>
                {
                    Stage<InTime>.Enter();
                    stop.WaitHandle.WaitOne();
                    return 7;
                },
                cancel.Token);
            Assert.True(SpinWait.SpinUntil(() => Stage<InTime>.Entries > tries, patience));
            await cancel.CancelAsync();
            try { await running.WaitAsync(patience); }
            catch (OperationCanceledException) when (tries < 7) { continue; }
            await pool.ApplyAsync(() => { Thread.Sleep(2 * grace); }).WaitAsync(patience);   // the work of a task that takes longer than the patience
            Assert.Equal(1, fakes.Started);
            return;
        }
    }

    [Fact]
    public async Task TokenOfTheContext_IsThatOfTheTask()
    {
        using var pool = new FakeWorkers().Pool(1, new() { CancelPatience = patience });
        using var cancel = new CancellationTokenSource();
        var running = pool.ApplyAsync(
            () =>
            {
                Stage<Context>.Enter();
                WorkerContext.Current!.Cancel.WaitHandle.WaitOne();
                return 7;
            },
            cancel.Token);
        await Stage<Context>.Entered.WaitAsync(patience);
        await cancel.CancelAsync();
        Assert.Equal(7, await running.WaitAsync(patience));
    }

    [Fact]
    public async Task Cancellation_WhoseCallbackThrows_HarmsNobody()
    {
        using var pool = new FakeWorkers().Pool(1, new() { CancelPatience = patience });
        using var cancel = new CancellationTokenSource();
        var running = pool.ApplyAsync(
            stop =>
            {
                using var registration = stop.Register(() => throw new InvalidDataException("from a callback"));
                Stage<Callback>.Enter();
                stop.WaitHandle.WaitOne();
                return 7;
            },
            cancel.Token);
        await Stage<Callback>.Entered.WaitAsync(patience);
        await cancel.CancelAsync();
        Assert.Equal(7, await running.WaitAsync(patience));
    }

    [Fact]
    public async Task Cancellation_OfACallThatBlocksItsThread_IsHeard()
    {
        using var pool = new FakeWorkers().Pool(1, new() { CancelPatience = patience });
        using var cancel = new CancellationTokenSource();
        var blocked = Shared.Aside.Start(() => pool.Apply(
            stop =>
            {
                Stage<Blocked>.Enter();
                stop.WaitHandle.WaitOne();
                return 7;
            },
            cancel.Token));
        await Stage<Blocked>.Entered.WaitAsync(patience);
        await cancel.CancelAsync();
        Assert.Equal(7, await blocked.WaitAsync(patience));
    }

    [Fact]
    public async Task Thread_InterruptedWhileItWaits_CancelsItsCall()
    {
        using var pool = new FakeWorkers().Pool(1, new() { CancelPatience = patience });
        var interrupted = new TaskCompletionSource();
        var caller = new Thread(() =>
        {
            try
            {
                pool.Map(
                    (x, stop) =>
                    {
                        Stage<Interrupted>.Enter();
                        stop.WaitHandle.WaitOne();
                        stop.ThrowIfCancellationRequested();
                        return x;
                    },
                    [0, 1],
                    new() { ChunkSize = 1 });
            }
            catch (ThreadInterruptedException)
            {
                interrupted.SetResult();
            }
        });
        caller.Start();
        await Stage<Interrupted>.Entered.WaitAsync(patience);
        caller.Interrupt();
        await interrupted.Task.WaitAsync(patience);
        Assert.Equal(1, await pool.ApplyAsync(() => 1).WaitAsync(patience));   // the only worker is free again
        Assert.Equal(1, Stage<Interrupted>.Entries);
    }

    [Fact]
    public void Calls_WithATokenThatIsCancelled_SendNothing()
    {
        using var pool = new FakeWorkers().Pool(1);
        pool.Apply(() => 1);   // the worker is idle: what is sent is begun
        var cancelled = new CancellationToken(canceled: true);
        Assert.ThrowsAny<OperationCanceledException>(() => pool.Apply(() => 1, cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => pool.Map(x => x, [1], cancel: cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => pool.IMap(x => x, [1], cancel: cancelled).Count());
        Assert.ThrowsAny<OperationCanceledException>(() => pool.Map(x => x, Array.Empty<int>(), cancel: cancelled));
        Assert.Equal(2, pool.Apply(() => 2));
        Assert.Equal(2, pool.Records.Count);
    }

    [Fact]
    public async Task Cancellation_OfALazyMap_EndsTheLoopThatWaitsForAResult()
    {
        using var pool = new FakeWorkers().Pool(1, new() { CancelPatience = patience });
        using var cancel = new CancellationTokenSource();
        var taken = new List<int>();
        var loop = Shared.Aside.Start(() =>
        {
            var results = pool.IMap(
                x =>
                {
                    if (x == 0) return 0;
                    Stage<Lazy>.Enter();
                    WorkerContext.Current!.Cancel.WaitHandle.WaitOne();
                    WorkerContext.Current.Cancel.ThrowIfCancellationRequested();
                    return x;
                },
                Enumerable.Range(0, 5),
                cancel: cancel.Token);
            foreach (var result in results) taken.Add(result);
        });
        await Stage<Lazy>.Entered.WaitAsync(patience);
        await cancel.CancelAsync();
        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => loop.WaitAsync(patience));
        Assert.Equal(cancel.Token, cancelled.CancellationToken);
        Assert.Equal([0], taken);
        Assert.Equal(1, Stage<Lazy>.Entries);
    }

    [Fact]
    public void Cancellation_ThatNobodyAskedFor_IsAFailureOfItsItemAlone()
    {
        using var pool = new FakeWorkers().Pool(1);
        var failed = Assert.Throws<PartFailedException>(
            () => pool.Map(x => x == 1 ? throw new OperationCanceledException("by itself") : x, [0, 1, 2], new() { ChunkSize = 3 }));
        Assert.Equal("by itself", Assert.IsType<OperationCanceledException>(Assert.Single(failed.Failures).Exception).Message);
        Assert.Equal([0, 2], failed.Completed.Keys.Order());
    }

    sealed record Chunk;

    sealed record Spite;

    sealed record Deaf;

    sealed record InTime;

    sealed record Context;

    sealed record Blocked;

    sealed record Callback;

    sealed record Interrupted;

    sealed record Lazy;
}

using LearningKit.Engines;
using LearningKit.Processes.Wire;
using LearningKit.Shipping;

namespace LearningKit.Processes.Tests.Pool;

/// <summary>What a worker is sent ahead, and what becomes of it. The workers are played by the test, so no clock decides.</summary>
public sealed class PrefetchTests
{
    const int Behind = 16;

    static readonly TimeSpan patience = TimeSpan.FromMinutes(1), shortTime = TimeSpan.FromMicroseconds(1), longTime = TimeSpan.FromMilliseconds(2);
    static readonly MapOptions single = new() { ChunkSize = 1 };

    [Fact]
    public async Task Tasks_ThatAreShort_AreSentAhead()
    {
        var workers = new ScriptedWorkers();
        await using var pool = workers.Pool(1);
        var map = pool.MapAsync(x => x, Enumerable.Range(0, 100), single);
        var worker = workers.Next();
        Assert.Equal([0L], worker.HearCalls(1));
        worker.Answer(0, shortTime);
        Assert.Equal(Enumerable.Range(1, 1 + Behind).Select(id => (long)id), worker.HearCalls(1 + Behind));
        AnswerAll(worker, firstUnanswered: 1, heard: 2 + Behind, of: 100);
        Assert.Equal(Enumerable.Range(0, 100).Select(id => 10 * id), await map.WaitAsync(patience));
        var records = pool.Records;
        Assert.True(records[5].Sent < records[4].Received, "Task 5 was not sent ahead of the answer to task 4.");
    }

    [Fact]
    public async Task Tasks_ThatAreLong_AreSentOneByOne()
    {
        var workers = new ScriptedWorkers();
        await using var pool = workers.Pool(1);
        var map = pool.MapAsync(x => x, Enumerable.Range(0, 30), single);
        var worker = workers.Next();
        for (var id = 0L; id < 30; id++)
        {
            Assert.Equal([id], worker.HearCalls(1));
            worker.Answer(id, longTime);
        }
        await map.WaitAsync(patience);
        Assert.All(pool.Records.Zip(pool.Records.Skip(1)), pair => Assert.True(pair.Second.Sent >= pair.First.Received));
    }

    [Fact]
    public async Task Tasks_AfterALongOne_AreSentOneByOneUntilItIsForgotten()
    {
        var workers = new ScriptedWorkers();
        await using var pool = workers.Pool(1);
        var map = pool.MapAsync(x => x, Enumerable.Range(0, 100), single);
        var worker = workers.Next();
        worker.HearCalls(1);
        worker.Answer(0, longTime);
        worker.HearCalls(1);
        worker.Answer(1, shortTime);
        worker.HearCalls(1);   // 1.5 ms are remembered
        worker.Answer(2, shortTime);
        worker.HearCalls(1);   // 1.1 ms
        worker.Answer(3, shortTime);
        worker.HearCalls(2);   // 0.8 ms: one may wait
        AnswerAll(worker, firstUnanswered: 4, heard: 6, of: 100);
        await map.WaitAsync(patience);
        Assert.All(pool.Records.Take(4).Zip(pool.Records.Skip(1)), pair => Assert.True(pair.Second.Sent >= pair.First.Received));
        Assert.True(pool.Records[5].Sent < pool.Records[4].Received);
    }

    [Fact]
    public async Task Tasks_ThatAreFew_AreLeftToWhoeverIsFreeFirst()
    {
        var workers = new ScriptedWorkers();
        await using var pool = workers.Pool(2);
        var map = pool.MapAsync(x => x, Enumerable.Range(0, 10), single);
        var (one, two) = (workers.Next(), workers.Next());
        var first = one.HearCalls(1)[0];
        two.HearCalls(1);
        one.Answer(first, shortTime);
        // 8 wait: one is the next, and of the 7 others the quarter may go ahead.
        one.HearCalls(2);
        two.Kill();
        await pool.DisposeAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => map.WaitAsync(patience));
        Assert.Equal(3, pool.Records.Count);
    }

    [Fact]
    public async Task Tasks_LargerThanAPipe_AreSentOneByOne()
    {
        var workers = new ScriptedWorkers();
        await using var pool = workers.Pool(1);
        var map = pool.MapAsync(x => x, Enumerable.Range(0, 60_000), new() { ChunkSize = 2000 });
        var worker = workers.Next();
        for (var id = 0L; id < 30; id++)
        {
            Assert.Equal([id], worker.HearCalls(1));
            worker.Answer(FrameKind.Result, id, Packer.Pack(new Yield<int>(new(0, 1, 0), new int[2000], null)));
        }
        await map.WaitAsync(patience);
        Assert.All(pool.Records.Zip(pool.Records.Skip(1)), pair => Assert.True(pair.Second.Sent >= pair.First.Received));
    }

    [Fact]
    public async Task Death_WithTasksAhead_CountsForTheExecutedOneAlone()
    {
        var workers = new ScriptedWorkers();
        await using var pool = workers.Pool(1, new() { Retries = 1 });
        var map = pool.MapAsync(x => x, Enumerable.Range(0, 100), single);
        var first = workers.Next();
        first.HearCalls(1);
        first.Answer(0, shortTime);
        first.HearCalls(1 + Behind);
        first.Answer(1, shortTime);
        first.Kill();   // it executes 2
        var second = workers.Next();
        AnswerInAnyOrder(second, answered: 2, of: 100);
        await map.WaitAsync(patience);
        var died = Assert.Single(pool.Records, record => record.Outcome == TaskOutcome.WorkerDied);
        Assert.Equal((2L, 1), (died.Task, died.Attempt));
        Assert.True(died.Started >= pool.Records[1].Received, "A task that waits behind another has not begun.");
        Assert.Equal([2L], pool.Records.Where(record => record.Attempt > 1).Select(record => record.Task));
        Assert.Equal(101, pool.Records.Count);
    }

    [Fact]
    public async Task Poison_AmongTasksSentAhead_TakesNoOtherWithIt()
    {
        var workers = new ScriptedWorkers();
        await using var pool = workers.Pool(1, new() { Retries = 0 });
        var map = pool.MapAsync(x => x, Enumerable.Range(0, 50), single);
        var first = workers.Next();
        first.HearCalls(1);
        first.Answer(0, shortTime);
        first.HearCalls(1 + Behind);
        first.Kill();
        AnswerInAnyOrder(workers.Next(), answered: 2, of: 50);
        var failed = await Assert.ThrowsAsync<PartFailedException>(() => map.WaitAsync(patience));
        Assert.Equal(1, Assert.Single(failed.Failures).Part);
        Assert.Equal(49, failed.Completed.Count);
    }

    [Fact]
    public async Task Task_HandedBack_GoesToTheIdleWorker()
    {
        var workers = new ScriptedWorkers();
        await using var pool = workers.Pool(2);
        var map = pool.MapAsync(x => x, Enumerable.Range(0, 10), single);
        var (one, two) = (workers.Next(), workers.Next());
        var executed = one.HearCalls(1)[0];
        var other = two.HearCalls(1)[0];
        one.Answer(executed, shortTime);
        var ahead = one.HearCalls(2)[1];
        for (var answered = 0; answered < 7; answered++)   // all but the two of the first worker
        {
            two.Answer(other, longTime);
            if (answered < 6) other = two.HearCalls(1)[0];
        }
        one.Answer(FrameKind.HandBack, ahead, null);
        Assert.Equal([ahead], two.HearCalls(1));
        two.Answer(ahead, shortTime);
        one.Answer(ahead - 1, longTime);
        await map.WaitAsync(patience);
        Assert.All(pool.Records, record => Assert.Equal((1, TaskOutcome.Succeeded), (record.Attempt, record.Outcome)));
        Assert.Equal(two.ProcessId, Assert.Single(pool.Records, record => record.Task == ahead).ProcessId);
    }

    [Fact]
    public async Task Cancellation_ConcernsTheExecutedTask_AndTheNextWhenItsTurnComes()
    {
        var workers = new ScriptedWorkers();
        await using var pool = workers.Pool(1, new() { CancelPatience = patience });
        using var cancel = new CancellationTokenSource();
        var map = pool.MapAsync(x => x, Enumerable.Range(0, 100), single, cancel.Token);
        var worker = workers.Next();
        worker.HearCalls(1);
        worker.Answer(0, shortTime);
        worker.HearCalls(1 + Behind);
        await cancel.CancelAsync();
        for (var id = 1L; id <= 1 + Behind; id++)
        {
            var (kind, told, _) = worker.Hear();
            Assert.Equal((FrameKind.Cancel, id), (kind, told));
            if (id == 5)
            {
                worker.Answer(FrameKind.HandBack, 6, null);
                worker.Answer(FrameKind.HandBack, 7, null);
            }
            if (id is not (6 or 7)) worker.Answer(FrameKind.Failure, id, Packer.Pack(new Failed(new(1, 2, 0), new OperationCanceledException())));
            if (id == 5) id = 7;
        }
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => map.WaitAsync(patience));
        Assert.All(pool.Records.Skip(1), record => Assert.Equal(TaskOutcome.Cancelled, record.Outcome));
        Assert.Equal(Behind, pool.Records.Count);   // 0, and 1 to 17 without those that were handed back
    }

    [Fact]
    public async Task Death_OfACancelledCall_EndsWhatWaitedBehind()
    {
        var workers = new ScriptedWorkers();
        await using var pool = workers.Pool(1, new() { CancelPatience = TimeSpan.Zero });
        using var cancel = new CancellationTokenSource();
        var map = pool.MapAsync(x => x, Enumerable.Range(0, 100), single, cancel.Token);
        var worker = workers.Next();
        worker.HearCalls(1);
        worker.Answer(0, shortTime);
        worker.HearCalls(1 + Behind);
        await cancel.CancelAsync();   // the worker does not stop and is killed
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => map.WaitAsync(patience));
        Assert.Equal([(0L, TaskOutcome.Succeeded), (1L, TaskOutcome.Cancelled)], pool.Records.Select(record => (record.Task, record.Outcome)));
    }

    [Fact]
    public async Task MaxTasksPerChild_IsExact_WithTasksAhead()
    {
        var workers = new ScriptedWorkers();
        await using var pool = workers.Pool(1, new() { MaxTasksPerChild = 5 });
        var map = pool.MapAsync(x => x, Enumerable.Range(0, 100), single);
        for (var generation = 0; generation < 20; generation++)
        {
            var worker = workers.Next();
            for (var answered = 0; answered < 5; answered++)
                worker.Answer(worker.HearCalls(1)[0], shortTime);
        }
        await map.WaitAsync(patience);
        Assert.All(pool.Records.CountBy(record => record.ProcessId), pair => Assert.Equal(5, pair.Value));
        Assert.All(pool.Records, record => Assert.Equal(1, record.Attempt));
    }

    [Fact]
    public async Task TaskTimeout_SendsNothingAhead()
    {
        var workers = new ScriptedWorkers();
        await using var pool = workers.Pool(1, new() { TaskTimeout = TimeSpan.FromHours(1) });
        var map = pool.MapAsync(x => x, Enumerable.Range(0, 30), single);
        var worker = workers.Next();
        for (var id = 0L; id < 30; id++)
        {
            Assert.Equal([id], worker.HearCalls(1));
            worker.Answer(id, shortTime);
        }
        await map.WaitAsync(patience);
        Assert.All(pool.Records.Zip(pool.Records.Skip(1)), pair => Assert.True(pair.Second.Sent >= pair.First.Received));
    }

    [Fact]
    public async Task ItemsAndResults_LargerThanAPipe_PassEachOther()
    {
        await using var pool = new ProcessPool(1);
        // Small ones first: then some are sent ahead when the large ones come.
        var sizes = Enumerable.Range(0, 300).Select(x => x < 100 ? 1 : 100_000).ToList();
        var results = await pool.MapAsync(item => new byte[100_000 + item.Length], sizes.Select(size => new byte[size]), single).WaitAsync(patience);
        Assert.Equal(sizes.Select(size => 100_000 + size), results.Select(result => result.Length));
        Assert.All(pool.Records, record => Assert.Equal(1, record.Attempt));
    }

    static void AnswerAll(ScriptedWorkers.Scripted worker, int firstUnanswered, int heard, int of)
    {
        for (var id = firstUnanswered; id < of; id++)
        {
            if (id >= heard) Assert.Equal([id], worker.HearCalls(1));
            worker.Answer(id, shortTime, 10 * id);
        }
    }

    static void AnswerInAnyOrder(ScriptedWorkers.Scripted worker, int answered, int of)
    {
        for (; answered < of; answered++) worker.Answer(worker.HearCalls(1)[0], shortTime);
    }
}

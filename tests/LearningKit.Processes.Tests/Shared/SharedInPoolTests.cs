namespace LearningKit.Processes.Tests.Shared;

/// <summary>Shared objects as lessons use them: captured by lambdas, given as arguments, returned.</summary>
public sealed class SharedInPoolTests(SharedInPoolTests.TwoWorkers two) : IClassFixture<SharedInPoolTests.TwoWorkers>
{
    readonly ProcessPool pool = two.Pool;

    [Fact]
    public void Captured_InALambda_AreTheSameInAllWorkers()
    {
        using var gate = new SharedLock();
        using var total = new SharedArray<long>(1);
        using var count = new SharedCounter();
        pool.Map(
            number =>
            {
                for (var i = 0; i < 100; i++)
                    using (gate.Enter()) total.Span[0] += number;
                count.Increment();
            },
            Enumerable.Range(0, 100),
            new() { ChunkSize = 1 });
        Assert.Equal(100 * 4950, total[0]);
        Assert.Equal(100, count.Value);
    }

    [Fact]
    public void Array_Divided_IsWrittenInPartsAndNotCopied()
    {
        using var numbers = new SharedArray<double>(1000);
        pool.Map(
            part =>
            {
                for (var i = 0; i < part.Length; i++) part.Span[i] = part.Start + i;
            },
            numbers.Divide(7));
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (double)i), numbers.Span.ToArray());
        Assert.All(pool.Records.Where(record => record.Items.Count > 0), record => Assert.InRange(record.BytesSent, 0, 4000));
    }

    [Fact]
    public void Array_ComingBackFromAWorker_IsTheSame()
    {
        using var numbers = new SharedArray<int>([1, 2, 3]);
        Assert.Same(numbers, pool.Apply(() => numbers));
    }

    [Fact]
    public void Array_MadeByAWorker_CanBeReturned()
    {
        using var numbers = pool.Apply(() => new SharedArray<int>([1, 2, 3]));
        Assert.Equal([1, 2, 3], numbers.Span.ToArray());
        Assert.Equal(6, pool.Apply(() => numbers.Span.ToArray().Sum()));
    }

    [Fact]
    public async Task Workers_MeetAtABarrier_AndTakeTurnsBySemaphore()
    {
        using var barrier = new SharedBarrier(2);
        using var one = new SharedSemaphore(1);
        using var start = new SharedEvent();
        using var inside = new SharedCounter();
        var crowded = pool.MapAsync(
            _ =>
            {
                start.Wait();
                var seen = 0L;
                for (var i = 0; i < 50; i++)
                {
                    barrier.SignalAndWait();
                    using var permit = one.Enter();
                    seen = Math.Max(seen, inside.Increment());
                    inside.Add(-1);
                }
                return seen;
            },
            [0, 1],
            new() { ChunkSize = 1 });
        start.Set();
        var most = await crowded;
        Assert.Equal([1, 1], most);
        Assert.Equal(50, barrier.Phase);
    }

    [Fact]
    public async Task Records_ThroughAQueueAndAPipe_Arrive()
    {
        using var questions = new SharedQueue<Question>(capacity: 4);
        using var answers = new SharedPipe<Dictionary<string, double[]>>();
        var there = answers.Other;
        var worker = pool.ApplyAsync(() =>
        {
            foreach (var question in questions.GetConsumingEnumerable())
                there.Send(new() { [question.Name] = [.. question.Numbers.Select(number => number * 2)] });
        });
        questions.Add(new("a", [1, 2]));
        questions.Add(new("b", new double[20_000]));
        questions.CompleteAdding();
        Assert.Equal([2, 4], answers.Receive()["a"]);
        Assert.Equal(20_000, answers.Receive()["b"].Length);
        await worker;
    }

    [Fact]
    public async Task Lock_HeldByAWorkerThatIsKilled_GoesToItsReplacement()
    {
        using var mine = new ProcessPool(workers: 1);
        using var gate = new SharedLock();
        using var deaths = new SharedCounter();
        var abandoned = await mine.ApplyAsync(() =>
        {
            using var holder = gate.Enter();
            if (deaths.Increment() == 1) System.Diagnostics.Process.GetCurrentProcess().Kill();
            return holder.WasAbandoned;
        });
        Assert.True(abandoned);
        Assert.Equal(2, deaths.Value);
    }

    [SkippableFact]
    public void Worker_SentManyArrays_DoesNotKeepThemAll()
    {
        Skip.IfNot(OperatingSystem.IsLinux());
        const int arrays = 100;
        using var mine = new ProcessPool(workers: 1);
        var most = 0;
        for (var i = 0; i < arrays; i++)
        {
            using var array = new SharedArray<byte>(4 << 20);
            most = Math.Max(most, mine.Apply(() => array.Span.Length > 0 ? Scenes.CountMaps() : 0));
        }
        Assert.InRange(most, 1, arrays / 2);
    }

    [Fact]
    public void Array_Disposed_CannotBeSent()
    {
        var numbers = new SharedArray<int>(3);
        numbers.Dispose();
        Assert.Contains("closed", Assert.Throws<LearningKit.Shipping.CannotTravelException>(() => pool.Apply(() => numbers.Length)).Message);
    }

    public sealed record Question(string Name, double[] Numbers);

    public sealed class TwoWorkers : IDisposable
    {
        public ProcessPool Pool { get; } = new(workers: 2);

        public void Dispose() => Pool.Dispose();
    }
}

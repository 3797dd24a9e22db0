using FsCheck;
using FsCheck.Fluent;
using LearningKit.Engines;
using LearningKit.Tracing;
using Xunit;

namespace LearningKit.Conformance;

/// <summary>
/// What every engine must do, whatever it is made of. An engine's test project derives one class from this for each engine.
/// </summary>
public abstract class EngineConformance
{
    /// <summary>Ends a test that hangs; no test waits for it otherwise.</summary>
    protected static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Makes the engine under test.</summary>
    protected abstract IEngine Create();

    /// <summary>True when the engine can execute several parts at the same time.</summary>
    protected virtual bool IsParallel => true;

    /// <summary>How many random sizes are tried: fewer where a run starts processes.</summary>
    protected virtual int RandomRuns => 50;

    [Fact]
    public void Answer_AnyNumberOfItemsPartsAndWorkers_EqualsSerial() =>
        Prop.ForAll(
            Gen.Choose(0, 200).Three().ToArbitrary(),
            sizes =>
            {
                var (items, parts, workers) = sizes;
                var workload = new SquaresInOrder(items);
                var options = new RunOptions { Parts = parts + 1, Workers = workers % 5 + 1 };
                return Run(workload, options).SequenceEqual(workload.Solve());
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(RandomRuns));

    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 1)]
    [InlineData(100, 1)]
    [InlineData(3, 100)]
    public void Answer_EmptyInputOnePartMorePartsThanItems_EqualsSerial(int items, int parts)
    {
        var workload = new SquaresInOrder(items);
        Assert.Equal(workload.Solve(), Run(workload, new() { Parts = parts, Workers = 2 }));
    }

    [Fact]
    public void Answer_MoreWorkersThanParts_EqualsSerial()
    {
        var workload = new SquaresInOrder(3);
        Assert.Equal(workload.Solve(), Run(workload, new() { Parts = 3, Workers = 16 }));
    }

    [Fact]
    public async Task Answer_TwoRunsAtOnceAndOneAfter_EqualSerial()
    {
        await using var engine = Create();
        var workload = new SquaresInOrder(500);
        var both = await Task.WhenAll(
            Task.Run(() => engine.RunAsync(workload, new() { Workers = 2 })),
            Task.Run(() => engine.RunAsync(workload, new() { Workers = 3 }))).WaitAsync(Patience);
        var after = await engine.RunAsync(workload).WaitAsync(Patience);
        Assert.All([.. both, after], answer => Assert.Equal(workload.Solve(), answer));
    }

    [Fact]
    public async Task Answer_WorkloadThatWaits_EqualsSerial()
    {
        await using var engine = Create();
        var workload = new SquaresAwaited(50);
        Assert.Equal(workload.Solve(), await engine.RunAsync(workload, new() { Workers = 4, Parts = 50 }).WaitAsync(Patience));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10_000)]
    public async Task Options_ImpossibleWorkers_AreRefusedWithTheRange(int workers)
    {
        await using var engine = Create();
        var refusal = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => engine.RunAsync(new SquaresInOrder(1), new() { Workers = workers }));
        Assert.Contains("from 1 to 1024", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_NoParts_AreRefused()
    {
        await using var engine = Create();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => engine.RunAsync(new SquaresInOrder(1), new() { Parts = 0 }));
    }

    [Fact]
    public async Task Failure_OnePartThrows_NamesItAndKeepsTheOthers()
    {
        await using var engine = Create();
        var failed = await Assert.ThrowsAsync<PartFailedException>(
            () => engine.RunAsync(new FailsAt(Items: 8, Bad: 7), new() { Parts = 8, Workers = 1 }).WaitAsync(Patience));

        var failure = Assert.Single(failed.Failures);
        Assert.Equal(7, failure.Part);
        Assert.Equal("item 7 is bad", failure.Exception.Message);
        Assert.Equal(Enumerable.Range(0, 7), failed.Completed.Keys.Order());
        Assert.All(failed.Completed, done => Assert.Equal(done.Key, done.Value));
        Assert.Contains("Part 7 of 8 failed", failed.Message, StringComparison.Ordinal);
        Assert.Contains("7 parts were finished", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failure_AfterIt_TheEngineStillWorks()
    {
        await using var engine = Create();
        await Assert.ThrowsAsync<PartFailedException>(() => engine.RunAsync(new FailsAt(20, 0), new() { Workers = 2 }).WaitAsync(Patience));
        Assert.Equal(new SquaresInOrder(20).Solve(), await engine.RunAsync(new SquaresInOrder(20)).WaitAsync(Patience));
    }

    [Fact]
    public async Task Cancellation_BeforeTheRun_StartsNothing()
    {
        await using var engine = Create();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => engine.RunAsync(new FailsAt(4, 0), cancel: new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Progress_EveryPart_IsReportedOnce()
    {
        await using var engine = Create();
        var reports = new Reports();
        await engine.RunAsync(new SquaresInOrder(37), new() { Parts = 37, Workers = 3, Progress = reports }).WaitAsync(Patience);
        Assert.Equal(Enumerable.Range(1, 37), reports.All.Select(r => r.Done).Order());
        Assert.All(reports.All, r => Assert.Equal(37, r.Total));
    }

    [Fact]
    public async Task Trace_OfARun_HoldsEachPartOnceBetweenDivideAndGather()
    {
        await using var engine = Create();
        var trace = new Trace();
        await engine.RunAsync(new SquaresInOrder(30), new() { Parts = 30, Workers = 3, Trace = trace }).WaitAsync(Patience);

        var executed = trace.Events.Where(e => e.Category == TraceCategory.Execute).ToList();
        var divide = Assert.Single(trace.Events, e => e.Category == TraceCategory.Divide);
        var gather = Assert.Single(trace.Events, e => e.Category == TraceCategory.Gather);
        Assert.Equal(Enumerable.Range(0, 30), executed.Select(e => e.Part!.Value).Order());
        Assert.All(executed, e => Assert.InRange(e.Worker, 0, 2));
        Assert.All(executed, e => Assert.True(divide.End <= e.Start && e.End <= gather.Start));
    }

    [Fact]
    public async Task Trace_OfAFailedPart_SaysSo()
    {
        await using var engine = Create();
        var trace = new Trace();
        await Assert.ThrowsAsync<PartFailedException>(
            () => engine.RunAsync(new FailsAt(4, 2), new() { Parts = 4, Workers = 1, Trace = trace }).WaitAsync(Patience));
        Assert.Equal(2, Assert.Single(trace.Events, e => e.Failed).Part);
    }

    [Fact]
    public async Task Dispose_Twice_IsHarmless()
    {
        var engine = Create();
        await engine.RunAsync(new SquaresInOrder(3)).WaitAsync(Patience);
        await engine.DisposeAsync();
        await engine.DisposeAsync();
    }

    int[] Run(SquaresInOrder workload, RunOptions options)
    {
        var engine = Create();
        try { return engine.RunAsync(workload, options).WaitAsync(Patience).GetAwaiter().GetResult(); }
        finally { engine.DisposeAsync().AsTask().GetAwaiter().GetResult(); }
    }

    sealed class Reports : IProgress<RunProgress>
    {
        readonly System.Collections.Concurrent.ConcurrentQueue<RunProgress> all = new();

        public IReadOnlyCollection<RunProgress> All => all;

        public void Report(RunProgress value) => all.Enqueue(value);
    }
}

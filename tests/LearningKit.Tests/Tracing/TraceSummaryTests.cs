using LearningKit.Tracing;
using Xunit;

namespace LearningKit.Tests.Tracing;

public sealed class TraceSummaryTests
{
    /// <summary>
    /// The caller divides for 10 ms; worker 0 executes from 10 to 90, worker 1 from 10 to 50 with a wait; the caller gathers until 100.
    /// </summary>
    static readonly TraceEvent[] run =
    [
        Event(Trace.Caller, TraceCategory.Divide, 0, 10),
        Event(0, TraceCategory.Execute, 10, 50),
        Event(0, TraceCategory.Execute, 50, 90),
        Event(1, TraceCategory.Execute, 10, 40),
        Event(1, TraceCategory.Wait, 40, 60),
        Event(1, TraceCategory.Communicate, 60, 65),
        Event(1, TraceCategory.Execute, 80, 90),
        Event(Trace.Caller, TraceCategory.Gather, 90, 100),
    ];

    [Fact]
    public void Of_KnownEvents_GivesEachWorkersFigures()
    {
        var workers = TraceSummary.Of(run).Workers;
        Assert.Equal(new(0, 2, Ms(80), Ms(0), Ms(0), 0.8), workers[0]);
        Assert.Equal(new(1, 2, Ms(40), Ms(20), Ms(5), 0.4), workers[1]);
        Assert.Equal(2, workers.Count);
    }

    [Fact]
    public void Of_KnownEvents_GivesTheFiguresOfTheRun()
    {
        var summary = TraceSummary.Of(run);
        Assert.Equal((Ms(100), Ms(20), 2), (summary.Span, summary.Serial, summary.PeakConcurrency));
        Assert.Equal(0.6, summary.Utilisation, 1e-12);
        Assert.Equal(80.0 / 60 - 1, summary.LoadImbalance, 1e-12);
    }

    [Fact]
    public void Of_WorkersThatDidNothing_CountWhenTheyAreNamed()
    {
        var summary = TraceSummary.Of(run, workers: 4);
        Assert.Equal([0, 1, 2, 3], summary.Workers.Select(worker => worker.Worker));
        Assert.Equal(0.3, summary.Utilisation, 1e-12);
        Assert.Equal(80.0 / 30 - 1, summary.LoadImbalance, 1e-12);
    }

    [Fact]
    public void PeakConcurrency_PartsOneAfterTheOther_IsOne()
    {
        TraceEvent[] relay = [Event(0, TraceCategory.Execute, 0, 10), Event(1, TraceCategory.Execute, 10, 20), Event(0, TraceCategory.Execute, 20, 30)];
        Assert.Equal(1, TraceSummary.Of(relay).PeakConcurrency);
    }

    [Fact]
    public void Busy_EventsThatOverlapOnOneWorker_CountOnce()
    {
        TraceEvent[] nested = [Event(0, TraceCategory.Execute, 0, 10), Event(0, TraceCategory.Execute, 2, 5), Event(0, TraceCategory.Execute, 8, 14)];
        Assert.Equal(Ms(14), TraceSummary.Of(nested).Workers[0].Busy);
    }

    [Fact]
    public void Of_NoEvents_IsAllZero()
    {
        var summary = TraceSummary.Of([]);
        Assert.Equal((TimeSpan.Zero, 0, 0.0, 0.0), (summary.Span, summary.PeakConcurrency, summary.Utilisation, summary.LoadImbalance));
        Assert.Empty(summary.Workers);
    }

    [Fact]
    public void ToString_KnownEvents_NamesEveryWorker()
    {
        var text = TraceSummary.Of(new Trace(), workers: 2).ToString();
        Assert.Contains("worker   0", text);
        Assert.Contains("worker   1", text);
        Assert.Contains("load imbalance 0.33", TraceSummary.Of(run).ToString());
    }

    static TimeSpan Ms(double milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    static TraceEvent Event(int worker, TraceCategory category, double from, double to) =>
        new() { Name = "work", Category = category, Worker = worker, Start = Ms(from), Duration = Ms(to - from) };
}

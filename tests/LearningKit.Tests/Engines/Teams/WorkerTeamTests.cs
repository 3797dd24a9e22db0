using FsCheck;
using FsCheck.Fluent;
using LearningKit.Engines;
using Xunit;

namespace LearningKit.Tests.Engines;

public sealed class WorkerTeamTests
{
    static readonly TimeSpan patience = TimeSpan.FromMinutes(1);

    [Fact]
    public void Run_AnyNumberOfWorkersAndRegions_CallsEachWorkerOnceInEachRegion() =>
        Prop.ForAll(Gen.Choose(1, 6).Two().ToArbitrary(), sizes =>
        {
            var (workers, regions) = sizes;
            using var team = new WorkerTeam(workers);
            var calls = new int[workers];
            for (var i = 0; i < regions; i++) team.Run(worker => Interlocked.Increment(ref calls[worker]));
            return calls.All(count => count == regions);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Run_Workers_AreActiveAtTheSameTimeAndTheCallerIsWorkerZero()
    {
        using var team = new WorkerTeam(3);
        using var meeting = new Barrier(3);
        var threads = new int[3];
        team.Run(worker =>
        {
            Assert.True(meeting.SignalAndWait(patience));
            threads[worker] = Environment.CurrentManagedThreadId;
        });
        Assert.Equal(3, threads.Distinct().Count());
        Assert.Equal(Environment.CurrentManagedThreadId, threads[0]);
    }

    [Fact]
    public void Run_ManyRegionsInARow_SeesEveryWriteOfTheRegionBefore()
    {
        using var team = new WorkerTeam(2);
        var (from, to) = (new int[2], new int[2]);
        for (var i = 0; i < 20_000; i++)
        {
            team.Run(worker => to[worker] = from[1 - worker] + 1);
            (from, to) = (to, from);
        }
        Assert.Equal([20_000, 20_000], from);
    }

    [Fact]
    public void Run_WorkersThatWereParked_WakeUp()
    {
        using var team = new WorkerTeam(Environment.ProcessorCount + 1);   // more workers than processors: parks at once
        var calls = 0;
        for (var i = 0; i < 500; i++) team.Run(_ => Interlocked.Increment(ref calls));
        Assert.Equal(500 * team.Workers, calls);
    }

    [Fact]
    public void Run_FromSeveralThreads_TakesTurns()
    {
        using var team = new WorkerTeam(2);
        var (active, most, calls) = (0, 0, 0);
        Parallel.For(0, 200, _ => team.Run(worker =>
        {
            if (worker != 0) return;
            most = Math.Max(most, Interlocked.Increment(ref active));
            calls++;
            Interlocked.Decrement(ref active);
        }));
        Assert.Equal((1, 200), (most, calls));
    }

    [Fact]
    public void Run_OneWorkerThrows_TheCallerGetsItAndTheTeamWorksOn()
    {
        using var team = new WorkerTeam(3);
        var failure = Assert.Throws<AggregateException>(() => team.Run(worker =>
        {
            if (worker == 1) throw new FormatException("no number");
        }));
        Assert.Equal("no number", Assert.IsType<FormatException>(Assert.Single(failure.InnerExceptions)).Message);

        var calls = 0;
        team.Run(_ => Interlocked.Increment(ref calls));
        Assert.Equal(3, calls);

        var next = Assert.Throws<AggregateException>(() => team.Run(worker =>
        {
            if (worker == 2) throw new InvalidOperationException("another");
        }));
        Assert.Equal("another", Assert.Single(next.InnerExceptions).Message);
    }

    [Fact]
    public void Run_EveryWorkerThrows_TheExceptionsStandInTheOrderOfTheWorkers()
    {
        using var team = new WorkerTeam(3);
        var failure = Assert.Throws<AggregateException>(() => team.Run(worker => throw new InvalidOperationException($"worker {worker}")));
        Assert.Equal(["worker 0", "worker 1", "worker 2"], failure.InnerExceptions.Select(e => e.Message));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Run_InsideARegionOfTheSameTeam_IsRefused(int inner)
    {
        using var team = new WorkerTeam(2);
        var failure = Assert.Throws<AggregateException>(() => team.Run(worker =>
        {
            if (worker == inner) team.Run(_ => { });
        }));
        Assert.Contains("Make a second team", Assert.IsType<InvalidOperationException>(Assert.Single(failure.InnerExceptions)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AnotherTeamInsideARegion_Works()
    {
        using var outer = new WorkerTeam(2);
        using var inner = new WorkerTeam(2);
        var calls = 0;
        outer.Run(worker =>
        {
            if (worker == 1) inner.Run(_ => Interlocked.Increment(ref calls));
            outer.Barrier();   // the region of the other team has not taken this one's place
        });
        Assert.Equal(2, calls);
    }

    [Fact]
    public void Run_ThroughAnotherTeamBackToTheFirst_IsRefused()
    {
        using var outer = new WorkerTeam(1);
        using var inner = new WorkerTeam(1);
        Assert.Throws<AggregateException>(() => outer.Run(_ => inner.Run(_ => outer.Run(_ => { }))));
    }

    [Fact]
    public void Barrier_ManyPhases_NobodyIsAheadOrBehind()
    {
        using var team = new WorkerTeam(3);
        var phases = new int[3];
        var together = true;
        team.Run(worker =>
        {
            for (var phase = 0; phase < 2_000; phase++)
            {
                phases[worker] = phase;
                team.Barrier();
                if (phases.Any(other => other != phase)) together = false;
                team.Barrier();
            }
        });
        Assert.True(together);
    }

    [Fact]
    public void Barrier_AsTheLastStep_IsNotBrokenByAWorkerThatPassedItAndLeft()
    {
        using var team = new WorkerTeam(3);
        var passed = 0;
        for (var i = 0; i < 20_000; i++)
        {
            team.Run(_ =>
            {
                team.Barrier();
                Interlocked.Increment(ref passed);
            });
        }
        Assert.Equal(60_000, passed);
    }

    [Fact]
    public void Barrier_AnotherWorkerThrew_TheWaitingOnesAreFreedAndOnlyTheCauseIsReported()
    {
        using var team = new WorkerTeam(4);
        var passed = 0;
        for (var i = 0; i < 200; i++)
        {
            var failure = Assert.Throws<AggregateException>(() => team.Run(worker =>
            {
                if (worker == 2) throw new FormatException("no number");
                team.Barrier();
                Interlocked.Increment(ref passed);
            }));
            Assert.IsType<FormatException>(Assert.Single(failure.InnerExceptions));
        }
        Assert.Equal(0, passed);
    }

    [Fact]
    public void Barrier_AnotherWorkerReturned_SaysWhatToDo()
    {
        using var team = new WorkerTeam(2);
        for (var i = 0; i < 200; i++)
        {
            var failure = Assert.Throws<AggregateException>(() => team.Run(worker =>
            {
                if (worker == 1) team.Barrier();
            }));
            Assert.Contains("Let every worker of the region call Barrier equally often", Assert.Single(failure.InnerExceptions).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Barrier_AfterABrokenRegion_WorksAgain()
    {
        using var team = new WorkerTeam(3);
        Assert.Throws<AggregateException>(() => team.Run(worker => { if (worker > 0) team.Barrier(); }));
        var passed = 0;
        team.Run(_ =>
        {
            team.Barrier();
            Interlocked.Increment(ref passed);
        });
        Assert.Equal(3, passed);
    }

    [Fact]
    public void Barrier_OutsideARegion_IsRefused()
    {
        using var team = new WorkerTeam(2);
        Assert.Throws<InvalidOperationException>(team.Barrier);
    }

    [Fact]
    public void Dispose_Twice_ReturnsWhenTheThreadsHaveEnded()
    {
        for (var i = 0; i < 50; i++)
        {
            var team = new WorkerTeam(4);
            var threads = new Thread[4];
            team.Run(worker => threads[worker] = Thread.CurrentThread);
            team.Dispose();
            Assert.False(threads[3].IsAlive || threads[2].IsAlive || threads[1].IsAlive);
            team.Dispose();
        }
    }

    [Fact]
    public void Run_AfterDispose_IsRefused()
    {
        var team = new WorkerTeam(2);
        team.Dispose();
        Assert.Throws<ObjectDisposedException>(() => team.Run(_ => { }));
    }

    [Fact]
    public void Dispose_InsideARegion_IsRefused()
    {
        using var team = new WorkerTeam(2);
        var failure = Assert.Throws<AggregateException>(() => team.Run(worker => { if (worker == 1) team.Dispose(); }));
        Assert.Contains("tried to dispose its own team", Assert.Single(failure.InnerExceptions).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1025)]
    public void Constructor_ImpossibleWorkers_AreRefusedWithTheRange(int workers) =>
        Assert.Contains("from 1 to 1024", Assert.Throws<ArgumentOutOfRangeException>(() => new WorkerTeam(workers)).Message, StringComparison.Ordinal);
}

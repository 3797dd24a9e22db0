using LearningKit.Engines;
using LearningKit.Measuring;
using LearningKit.Workloads;
using Xunit;

namespace LearningKit.Tests.Measuring;

public sealed class ScalingStudyTests
{
    readonly FakeClock clock = new();

    [Fact]
    public async Task RunAsync_Strong_MeasuresEachEngineWithEachNumberOfWorkersAndAlwaysWithOne()
    {
        var study = await ScalingStudy.RunAsync(Options with { Engines = [EngineCatalog.Find("threads"), EngineCatalog.Find("tasks")], Workers = [2, 3, 2] });
        Assert.Equal([("threads", 1), ("threads", 2), ("threads", 3), ("tasks", 1), ("tasks", 2), ("tasks", 3)], study.Points.Select(p => (p.Engine, p.Workers)));
        Assert.All(study.Points, point => Assert.Equal(100, point.Size));
        Assert.All(study.Points, point => Assert.Equal(10, point.Timing.Seconds.Count));
        Assert.Equal(("items", "Items { Count = 100 }", 100), (study.Workload, study.Description, study.Size));
    }

    // An engine that keeps its workers would otherwise start new ones for almost every sample.
    [Fact]
    public async Task RunAsync_SeveralNumbersOfWorkers_GivesEachAnEngineOfItsOwn()
    {
        var made = 0;
        var counted = new EngineInfo("counted", "counts how many were made", () =>
        {
            made++;
            return new ThreadEngine();
        });
        await ScalingStudy.RunAsync(Options with { Engines = [counted], Workers = [1, 2, 3] });
        Assert.Equal(3, made);
    }

    [Fact]
    public async Task RunAsync_Serial_IsTheTimeOfSolve()
    {
        var study = await ScalingStudy.RunAsync(Options);
        Assert.All(study.Serial.Seconds, seconds => Assert.Equal(0.05, seconds, 1e-9));
        Assert.All(study.Points[0].Timing.Seconds, seconds => Assert.Equal(0.1, seconds, 1e-9));
        Assert.Equal(0.5, study.Speedup(study.Points[0]).Value, 1e-9);
    }

    [Theory]
    [InlineData(1, 400)]
    [InlineData(2, 200)]
    public async Task RunAsync_Weak_GrowsTheProblemSoThatTheWorkForEachWorkerStays(double exponent, long sizeForFour)
    {
        var study = await ScalingStudy.RunAsync(Options with { Kind = ScalingKind.Weak, Workers = [1, 4], Workload = Options.Workload with { WorkExponent = exponent } });
        Assert.Equal([100, sizeForFour], study.Points.Select(point => point.Size));
    }

    [Fact]
    public async Task RunAsync_EngineThatAnswersWrongly_IsRefused()
    {
        var wrong = new EngineInfo("wrong", "leaves out the last part", () => new ForgetfulEngine());
        var failure = await Assert.ThrowsAsync<AnswersDifferException>(() => ScalingStudy.RunAsync(Options with { Engines = [wrong] }));
        Assert.Contains("'wrong x 1' did not give the serial answer to Items { Count = 100 }", failure.Message);
    }

    [Fact]
    public async Task RunAsync_Progress_EndsWithTheLastStep()
    {
        var steps = new Steps();
        await ScalingStudy.RunAsync(Options, steps);
        Assert.Equal(steps.Reports[^1].Total, steps.Reports[^1].Done);
        Assert.Contains("round 10 of 10", steps.Reports[^1].Doing);
    }

    [Fact]
    public async Task RunAsync_Cancelled_StopsAndDisposesItsEngines()
    {
        using var cancel = new CancellationTokenSource();
        var engine = new ForgetfulEngine();
        var options = Options with { Engines = [new("mine", "", Make)] };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ScalingStudy.RunAsync(options, cancel: cancel.Token));
        Assert.True(engine.IsDisposed);

        IEngine Make()
        {
            cancel.Cancel();
            return engine;
        }
    }

    [Fact]
    public async Task RunAsync_OptionsThatMakeNoSense_AreRefused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => ScalingStudy.RunAsync(Options with { Engines = [] }));
        await Assert.ThrowsAsync<ArgumentException>(() => ScalingStudy.RunAsync(Options with { Engines = [EngineCatalog.All[0], EngineCatalog.All[0]] }));
        await Assert.ThrowsAsync<ArgumentException>(() => ScalingStudy.RunAsync(Options with { Engines = [new("serial", "", () => new ThreadEngine())] }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ScalingStudy.RunAsync(Options with { Workers = [0] }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ScalingStudy.RunAsync(Options with { Workers = [10_000] }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ScalingStudy.RunAsync(Options with { Repeats = 3 }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ScalingStudy.RunAsync(Options with { Size = -1 }));
    }

    ScalingStudyOptions Options => new()
    {
        Workload = new("items", "counts items", "items", 100, (size, _) => Problem.Of(new Items(size) { Clock = clock })),
        Engines = [EngineCatalog.Find("sequential")],
        Workers = [1],
        Clock = clock,
    };

    /// <summary>Takes half a millisecond an item when solved serially, and one in parts.</summary>
    sealed record Items(long Count) : IWorkload<IndexRange, long, long>
    {
        internal required FakeClock Clock { get; init; }

        public long Solve()
        {
            Clock.Advance(0.5 * Count);
            return Count;
        }

        public IReadOnlyList<IndexRange> Divide(int parts) => IndexRange.Divide(Count, parts);

        public long Execute(IndexRange part)
        {
            Clock.Advance(part.Count);
            return part.Count;
        }

        public long Gather(IEnumerable<long> partials) => partials.Sum();
    }

    sealed class ForgetfulEngine : InProcessEngine
    {
        public override string Name => "forgetful";

        public bool IsDisposed { get; private set; }

        protected override Task ExecuteAsync(Job job, int workers)
        {
            for (var part = 0; part < job.Count - 1; part++) job.Execute(part, worker: 0);
            return Task.CompletedTask;
        }

        public override ValueTask DisposeAsync()
        {
            IsDisposed = true;
            return base.DisposeAsync();
        }
    }

    sealed class Steps : IProgress<StudyProgress>
    {
        public List<StudyProgress> Reports { get; } = [];

        public void Report(StudyProgress value) => Reports.Add(value);
    }
}

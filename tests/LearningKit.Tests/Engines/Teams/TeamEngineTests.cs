using LearningKit.Conformance;
using LearningKit.Engines;
using LearningKit.Workloads;
using Xunit;

namespace LearningKit.Tests.Engines;

public sealed class TeamEngineTests : SharedMemoryConformance
{
    protected override IEngine Create() => new TeamEngine();

    [Fact]
    public async Task RunAsync_AfterDispose_IsRefused()
    {
        var engine = new TeamEngine();
        await engine.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => engine.RunAsync(new Triad(10, 1)));
    }

    [Fact]
    public async Task RunAsync_InsideAPartOfTheSameEngine_IsRefusedInsteadOfWaitingForItself()
    {
        await using var engine = new TeamEngine();
        var failed = await Assert.ThrowsAsync<PartFailedException>(
            () => engine.RunAsync(new RunsInside(engine), new() { Workers = 2, Parts = 1 }).WaitAsync(Patience));
        Assert.Contains("tried to run another region of its own team", Assert.Single(failed.Failures).Exception.Message, StringComparison.Ordinal);
    }

    sealed class RunsInside(TeamEngine engine) : IWorkload<int, double, double>
    {
        public double Solve() => 0;

        public IReadOnlyList<int> Divide(int parts) => [0];

        public double Execute(int part) => engine.RunAsync(new Triad(10, 1), new() { Workers = 2 }).GetAwaiter().GetResult();

        public double Gather(IEnumerable<double> partials) => partials.Sum();
    }
}

using LearningKit.Conformance;
using LearningKit.Engines;

namespace LearningKit.Processes.Tests.Pool;

public sealed class ProcessEngineTests : ProcessConformance
{
    protected override int RandomRuns => 10;

    protected override IEngine Create() => new ProcessEngine();

    protected override IEngine CreateImpatient() => new ProcessEngine(new() { CancelPatience = TimeSpan.Zero });

    protected override void AssertTellsOfDeaths(Exception failure) =>
        Assert.Equal(new PoolOptions().Retries + 1, Assert.IsType<WorkerDiedException>(failure).Attempts);

    [Fact]
    public async Task Pool_IsKeptFromRunToRun_AndEndedWhenRunsAskForAnother()
    {
        await using var engine = new ProcessEngine();
        var first = await Workers(1);
        Assert.Equal(first, await Workers(1));
        var second = await Workers(2);
        Assert.DoesNotContain(first.Single(), second);
        await Worker.Processes.WaitUntilGone(first.Single());

        async Task<int[]> Workers(int workers)
        {
            var folder = Directory.CreateDirectory(Path.Combine(Folder, Guid.NewGuid().ToString("n")));
            var workload = new PartsWithADeed(4, folder.FullName, Deed.None);
            await engine.RunAsync(workload, new() { Parts = 4, Workers = workers }).WaitAsync(Patience);
            return [.. workload.Executions.Select(execution => execution.ProcessId).Distinct()];
        }
    }

    [Fact]
    public async Task Run_OfADisposedEngine_IsRefused()
    {
        var engine = new ProcessEngine();
        await engine.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => engine.RunAsync(new SquaresInOrder(3)));
    }
}

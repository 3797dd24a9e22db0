using System.Diagnostics;
using LearningKit.Engines;
using Xunit;

namespace LearningKit.Conformance;

/// <summary>
/// What every engine must do whose workers are processes of this machine: they die, hang and outlive nothing. The parts tell of
/// themselves by files, for they share no memory with the test.
/// </summary>
/// <remarks>
/// An engine that cannot replace a worker, as one of fixed ranks, overrides the tests of deaths by what it does instead: no run
/// may wait for ever, and no answer may be a wrong one.
/// </remarks>
public abstract class ProcessConformance : EngineConformance, IDisposable
{
    static readonly TimeSpan pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Where parts leave their files.</summary>
    protected string Folder { get; } = Directory.CreateTempSubdirectory("learningkit-conformance-").FullName;

    /// <summary>Makes an engine that gives a cancelled part no time before it ends its worker.</summary>
    protected abstract IEngine CreateImpatient();

    /// <summary>Checks that an exception tells of a worker that died again and again.</summary>
    protected abstract void AssertTellsOfDeaths(Exception failure);

    [Fact]
    public virtual async Task Parts_RunInProcessesOfTheirOwn()
    {
        await using var engine = Create();
        var workload = new PartsWithADeed(4, Folder, Deed.None);
        Assert.Equal(workload.Solve(), await engine.RunAsync(workload, new() { Parts = 4, Workers = 2 }).WaitAsync(Patience));
        Assert.Equal(workload.Solve(), workload.Executions.Select(execution => execution.Part).Order());
        Assert.DoesNotContain(workload.Executions, execution => execution.ProcessId == Environment.ProcessId);
    }

    [Fact]
    public virtual async Task Death_WithinAPart_IsMadeUpFor()
    {
        await using var engine = Create();
        var workload = new PartsWithADeed(6, Folder, Deed.DieOnce);
        Assert.Equal(workload.Solve(), await engine.RunAsync(workload, new() { Parts = 6, Workers = 2 }).WaitAsync(Patience));
        Assert.Equal(2, workload.Executions.Where(execution => execution.Part == 5).Distinct().Count());
    }

    [Fact]
    public virtual async Task Death_AtEachTry_NamesThePartAndKeepsTheOthers()
    {
        await using var engine = Create();
        var workload = new PartsWithADeed(4, Folder, Deed.DieAlways);
        var failed = await Assert.ThrowsAsync<PartFailedException>(() => engine.RunAsync(workload, new() { Parts = 4, Workers = 1 }).WaitAsync(Patience));
        var failure = Assert.Single(failed.Failures);
        Assert.Equal(3, failure.Part);
        AssertTellsOfDeaths(failure.Exception);
        Assert.Equal([0, 1, 2], failed.Completed.Keys.Order());
        Assert.Equal(new SquaresInOrder(20).Solve(), await engine.RunAsync(new SquaresInOrder(20), new() { Workers = 1 }).WaitAsync(Patience));
    }

    [Fact]
    public virtual async Task Death_BetweenRuns_IsMadeUpForInTheNext()
    {
        await using var engine = Create();
        var workload = new PartsWithADeed(2, Folder, Deed.None);
        await engine.RunAsync(workload, new() { Parts = 2, Workers = 2 }).WaitAsync(Patience);
        foreach (var worker in workload.Executions.Select(execution => execution.ProcessId).Distinct())
        {
            using var process = Process.GetProcessById(worker);
            process.Kill();
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        Assert.Equal(new SquaresInOrder(20).Solve(), await engine.RunAsync(new SquaresInOrder(20), new() { Workers = 2 }).WaitAsync(Patience));
    }

    [Fact]
    public virtual async Task Cancellation_OfAPartThatDoesNotLook_EndsTheRunAndTheEngineGoesOn()
    {
        await using var engine = CreateImpatient();
        using var cancel = new CancellationTokenSource();
        var workload = new PartsDeafToCancellation(2, Folder, Deed.Spin);
        var running = engine.RunAsync(workload, new() { Parts = 2, Workers = 1 }, cancel.Token);
        var spinning = await Begun(workload, running);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(Patience));
        await WaitUntil(() => IsGone(spinning));
        Assert.Equal(new SquaresInOrder(20).Solve(), await engine.RunAsync(new SquaresInOrder(20), new() { Workers = 1 }).WaitAsync(Patience));
    }

    [Fact]
    public virtual async Task Dispose_WithWorkInFlight_EndsTheRunAndTheWorkers()
    {
        var engine = Create();
        var workload = new PartsWithADeed(4, Folder, Deed.Spin);
        var running = engine.RunAsync(workload, new() { Parts = 4, Workers = 2 });
        await Begun(workload, running);
        await engine.DisposeAsync().AsTask().WaitAsync(Patience);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(Patience));
        foreach (var (_, worker) in workload.Executions) await WaitUntil(() => IsGone(worker));
    }

    [Fact]
    public virtual async Task Dispose_OfAnIdleEngine_EndsTheWorkers()
    {
        var engine = Create();
        var workload = new PartsWithADeed(4, Folder, Deed.None);
        await engine.RunAsync(workload, new() { Parts = 4, Workers = 2 }).WaitAsync(Patience);
        await engine.RunAsync(workload, new() { Parts = 4, Workers = 1 }).WaitAsync(Patience);
        await engine.DisposeAsync().AsTask().WaitAsync(Patience);
        foreach (var (_, worker) in workload.Executions) await WaitUntil(() => IsGone(worker));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Waits until the last part has begun.</summary>
    /// <returns>The process that executes it.</returns>
    static async Task<int> Begun(PartsWithADeed workload, Task run)
    {
        await WaitUntil(() => run.IsCompleted || workload.Executions.Any(execution => execution.Part == workload.Items - 1));
        if (run.IsCompleted) await run;
        return workload.Executions.Single(execution => execution.Part == workload.Items - 1).ProcessId;
    }

    /// <summary>Waits for what happens in other processes, which only polling can tell.</summary>
    static async Task WaitUntil(Func<bool> condition)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (!condition()) await Task.Delay(pause, deadline.Token);
    }

    static bool IsGone(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}

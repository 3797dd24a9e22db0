using LearningKit.Engines;
using LearningKit.Workloads;
using Xunit;

namespace LearningKit.Conformance;

/// <summary>
/// What every engine must do whose workers share this process' memory: tested by gates and barriers inside the parts.
/// </summary>
public abstract class SharedMemoryConformance : EngineConformance
{
    [Fact]
    public async Task Concurrency_PartsThatMeet_RunOnAllWorkersAndNoMore()
    {
        await using var engine = Create();
        var workers = IsParallel ? 2 : 1;
        using var meeting = new Barrier(workers);
        var (now, peak) = (0, 0);
        await engine.RunAsync(
            new Gated(parts: 2 * workers, part =>
            {
                var active = Interlocked.Increment(ref now);
                for (var seen = peak; active > seen; seen = peak) Interlocked.CompareExchange(ref peak, active, seen);
                Assert.True(meeting.SignalAndWait(Patience), "The other worker never came: the parts did not run at the same time.");
                Interlocked.Decrement(ref now);
            }),
            new() { Parts = 2 * workers, Workers = workers }).WaitAsync(Patience);
        Assert.Equal(workers, peak);
    }

    [Fact]
    public async Task Cancellation_DuringTheRun_FinishesRunningPartsAndStartsNoMore()
    {
        await using var engine = Create();
        using var cancel = new CancellationTokenSource();
        var started = 0;
        var workload = new Gated(parts: 100, part =>
        {
            Interlocked.Increment(ref started);
            cancel.Cancel();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => engine.RunAsync(workload, new() { Parts = 100, Workers = 2 }, cancel.Token).WaitAsync(Patience));
        Assert.InRange(started, 1, 2);
    }

    [Fact]
    public async Task Cancellation_WithinTheLastPart_LosesNoAnswer()
    {
        await using var engine = Create();
        using var cancel = new CancellationTokenSource();
        var answer = await engine.RunAsync(
            new Gated(parts: 1, _ => cancel.Cancel()), new() { Parts = 1, Workers = 1 }, cancel.Token).WaitAsync(Patience);
        Assert.Equal(1, answer);
    }

    [Fact]
    public async Task Failure_TwoPartsThrowAtOnce_BothAreReported()
    {
        if (!IsParallel) return;   // one worker cannot fail twice at once
        await using var engine = Create();
        using var meeting = new Barrier(2);
        var failed = await Assert.ThrowsAsync<PartFailedException>(() => engine.RunAsync(
            new Gated(parts: 2, part =>
            {
                Assert.True(meeting.SignalAndWait(Patience));
                throw new InvalidOperationException($"part {part}");
            }),
            new() { Parts = 2, Workers = 2 }).WaitAsync(Patience));
        Assert.Equal(["part 0", "part 1"], failed.Failures.Select(f => f.Exception.Message));
    }

    /// <summary>A workload whose parts do what the test says; the answer counts them.</summary>
    sealed class Gated(int parts, Action<int> body) : IWorkload<int, int, int>
    {
        public int Solve() => parts;

        public IReadOnlyList<int> Divide(int wanted) => [.. Enumerable.Range(0, parts)];

        public int Execute(int part)
        {
            body(part);
            return 1;
        }

        public int Gather(IEnumerable<int> partials) => partials.Sum();
    }
}

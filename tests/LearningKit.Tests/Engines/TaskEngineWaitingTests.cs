using LearningKit.Engines;
using LearningKit.Workloads;
using Xunit;

namespace LearningKit.Tests.Engines;

public sealed class TaskEngineWaitingTests
{
    [Fact]
    public async Task PartsThatWait_AreCancelledWhileTheyWait()
    {
        await using var engine = new TaskEngine();
        using var cancel = new CancellationTokenSource();
        var workload = new WaitsForever();
        var run = engine.RunAsync(workload, new() { Workers = 3, Parts = 3 }, cancel.Token);
        await workload.AllWait.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    sealed class WaitsForever : IAsyncWorkload<int, int, int>
    {
        int waiting;

        public TaskCompletionSource AllWait { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Solve() => throw new NotSupportedException();

        public IReadOnlyList<int> Divide(int parts) => [0, 1, 2];

        public int Execute(int part) => throw new NotSupportedException("A part that waits must not hold a thread.");

        public async ValueTask<int> ExecuteAsync(int part, CancellationToken cancel)
        {
            if (Interlocked.Increment(ref waiting) == 3) AllWait.SetResult();
            await Task.Delay(Timeout.Infinite, cancel);
            return 0;
        }

        public int Gather(IEnumerable<int> partials) => 0;
    }
}

using System.Diagnostics;
using System.Globalization;

namespace LearningKit.Processes.Tests.Worker;

public sealed class WorkerDeathTests
{
    static readonly TimeSpan patience = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Worker_KilledFromOutside_IsExplained(bool busy)
    {
        await using var worker = TestDuties.Start();
        worker.Ask("self");
        if (busy) worker.Order("spin");
        using (var process = Process.GetProcessById(worker.ProcessId)) process.Kill();
        Assert.Null(worker.Channel.Receive());
        var end = await worker.Ended.WaitAsync(patience);
        Assert.Equal((137, true), (end.ExitCode, end.WasKilled));
        Assert.Contains("worker 1 was killed from outside", end.Explanation);
        Assert.Contains("memory", end.Explanation);
    }

    [Theory]
    [InlineData("exit", 7, "ended itself with exit code 7")]
    [InlineData("overflow", 134, "Look for a recursion without end")]
    [InlineData("throw", 134, "an exception on a thread of its own")]
    public async Task Worker_ThatEndsByItself_TellsWhy(string order, int exitCode, string why)
    {
        await using var worker = TestDuties.Start(Silent());
        worker.Order(order, "7");
        Assert.Null(worker.Channel.Receive());
        var end = await worker.Ended.WaitAsync(patience);
        Assert.Equal((exitCode, false), (end.ExitCode, end.WasKilled));
        Assert.Contains(why, end.Explanation);
    }

    [Fact]
    public async Task LastWords_AreInTheExplanation()
    {
        await using var worker = TestDuties.Start(Silent());
        worker.Order("throw");
        var end = await worker.Ended.WaitAsync(patience);
        Assert.Contains("Unhandled exception. System.InvalidOperationException: on a thread of its own", end.Explanation);
    }

    [Fact]
    public async Task Send_ToADeadWorker_Throws_AndReceiveGivesNull()
    {
        await using var worker = TestDuties.Start();
        worker.Kill();
        var end = await worker.Ended.WaitAsync(patience);
        Assert.Throws<IOException>(() => worker.Order("self"));
        Assert.Null(worker.Channel.Receive());
        Assert.Contains("as it was asked to", end.Explanation);
    }

    [Fact]
    public async Task Dispose_EndsABusyWorker_WithWhatItStarted()
    {
        var worker = TestDuties.Start();
        var child = int.Parse(worker.Ask("child"), CultureInfo.InvariantCulture);
        worker.Order("spin");
        await worker.DisposeAsync();
        await Processes.WaitUntilGone(worker.ProcessId);
        await Processes.WaitUntilGone(child);
    }

    [Fact]
    public async Task Kill_OfAWorker_EndsWhatItStarted()
    {
        await using var worker = TestDuties.Start();
        var child = int.Parse(worker.Ask("child"), CultureInfo.InvariantCulture);
        worker.Kill();
        await Processes.WaitUntilGone(worker.ProcessId);
        await Processes.WaitUntilGone(child);
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DeathOfTheParent_EndsWorkersIdleAndBusy_WithWhatTheyStarted(bool whileItStopsThem)
    {
        Skip.If(whileItStopsThem && !OperatingSystem.IsLinux(), "Only on Linux are workers stopped before they are killed.");
        var sharedBefore = SharedFiles();
        var report = Path.Combine(Path.GetTempPath(), $"orphans-{Guid.NewGuid():n}");
        using var parent = Process.Start("dotnet", ["exec", typeof(OrphanScenario).Assembly.Location, "parent", report]);
        try
        {
            await Processes.WaitUntil(() => File.Exists(report) || parent.HasExited);
            var orphans = (await File.ReadAllTextAsync(report)).Split(' ').Select(int.Parse).ToList();
            Assert.Equal(4, orphans.Count);
            if (whileItStopsThem) using (var stop = Process.Start("kill", ["-STOP", .. orphans.Take(3).Select(orphan => $"{orphan}")])) await stop.WaitForExitAsync();
            parent.Kill();
            foreach (var orphan in orphans) await Processes.WaitUntilGone(orphan);
            Assert.Empty(SharedFiles().Except(sharedBefore));
        }
        finally
        {
            parent.Kill();
            File.Delete(report);
        }
    }

    [Fact]
    public async Task Memory_IsLimited_AndATaskIsTold()
    {
        await using var worker = TestDuties.Start(new() { Name = "worker 1", MemoryLimit = 200 << 20 });
        Assert.Equal($"{200 << 20}", worker.Ask("limit"));
        Assert.StartsWith("OutOfMemoryException after 1", worker.Ask("memory"));
        Assert.Equal("worker 1|0|1", worker.Ask("self"));
    }

    [Fact]
    public async Task Memory_WithoutALimit_IsTheShareOfASibling()
    {
        await using var worker = TestDuties.Start(new() { Name = "worker 1", Siblings = 4 });
        Assert.Equal($"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4}", worker.Ask("limit"));
    }

    static string[] SharedFiles() => Directory.Exists("/dev/shm") ? Directory.GetFileSystemEntries("/dev/shm") : [];

    static WorkerOptions Silent() => new() { Name = "worker 1", Printed = _ => { } };
}

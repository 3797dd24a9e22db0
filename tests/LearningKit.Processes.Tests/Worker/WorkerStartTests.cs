using System.Diagnostics;
using LearningKit.Processes.Wire;

namespace LearningKit.Processes.Tests.Worker;

public sealed class WorkerStartTests
{
    [Fact]
    public async Task Environment_OfTasksAndTheirPrograms_HasNoKey()
    {
        var printed = new List<string>();
        var worker = TestDuties.Start(new() { Name = "worker 1", Printed = output => printed.Add(output.Text) });
        Assert.DoesNotContain("LEARNINGKIT_WORKER_KEY", worker.Ask("environment").Split('|'));
        worker.Ask("shell", "env; tr '\\0' '\\n' < /proc/$PPID/environ | sed 's/^/parent /'");
        worker.Channel.Send(FrameKind.Stop, 0);
        await worker.Ended.WaitAsync(TimeSpan.FromMinutes(1));
        await worker.DisposeAsync();
        Assert.Contains(printed, line => line.StartsWith("PATH=", StringComparison.Ordinal));
        Assert.DoesNotContain(printed, line => line.StartsWith("LEARNINGKIT_WORKER_KEY", StringComparison.Ordinal) || line.StartsWith("DOTNET_GCHeapHardLimit", StringComparison.Ordinal));
        Assert.Contains(printed, line => line == "parent LEARNINGKIT_WORKER_KEY=" + new string('0', 64));
    }

    [Fact]
    public void Program_StartedByHand_SaysWhatItIs()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(WorkerProgram).Assembly.Location]) { RedirectStandardError = true })!;
        Assert.Contains("ProcessPool", process.StandardError.ReadToEnd());
        process.WaitForExit();
        Assert.Equal(2, process.ExitCode);
    }

    [Theory]
    [InlineData("magic")]
    [InlineData("build")]
    [InlineData("key")]
    public void Worker_GreetedWrongly_EndsWithoutReadingOn(string wrong)
    {
        var key = Greeting.NewKey();
        var greeting = Greeting.OfParent(key, new() { Name = "worker 1" });
        greeting[wrong switch { "magic" => 0, "build" => 12, _ => 28 }] ^= 1;
        var info = new ProcessStartInfo("dotnet", ["exec", typeof(TestDuties).Assembly.Location]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in WorkerEnvironment.Of(key, 1 << 30)) info.Environment[name] = value;
        using var process = Process.Start(info)!;
        process.StandardInput.BaseStream.Write(greeting);
        Assert.NotEqual("", process.StandardError.ReadToEnd());
        Assert.Equal("", process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        Assert.Equal(2, process.ExitCode);
    }

    [Fact]
    public void Worker_WithoutItsProgram_CannotStart()
    {
        var exception = Assert.Throws<WorkerStartException>(() => WorkerProcess.Start(new() { Name = "worker 1" }, "/nowhere/LearningKit.Processes.dll"));
        Assert.Contains("/nowhere/LearningKit.Processes.dll", exception.Message);
    }

    [Fact]
    public async Task Worker_ThatIsNone_IsExplained()
    {
        var printed = new List<string>();
        await using var worker = WorkerProcess.Start(new() { Name = "worker 1", Printed = output => printed.Add(output.Text) }, typeof(object).Assembly.Location);
        Assert.Null(worker.Channel.Receive());
        var end = await worker.Ended.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Contains("before it was ready", end.Explanation);
    }

    [SkippableFact]
    public async Task Worker_LeadsASession_SoThatCtrlCDoesNotReachIt()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Read from /proc.");
        await using var worker = TestDuties.Start();
        var stat = await File.ReadAllTextAsync($"/proc/{worker.ProcessId}/stat");   // before it can have done anything by itself
        Assert.Equal([$"{worker.ProcessId}", $"{worker.ProcessId}"], stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[2..4]);
        Assert.Equal("worker 1|0|1", worker.Ask("self"));
    }

    [SkippableFact]
    public async Task IdleWorker_HasLittleMemoryOfItsOwn()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Read from /proc.");
        await using var worker = TestDuties.Start(new() { Name = "worker 1", Siblings = 2 });
        worker.Ask("self");
        var kilobytes = File.ReadLines($"/proc/{worker.ProcessId}/smaps_rollup")
            .Where(line => line.StartsWith("Private_", StringComparison.Ordinal))
            .Sum(line => int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]));
        Assert.InRange(kilobytes, 1, 60_000);
    }

    [SkippableFact]
    public async Task Starts_LeaveNoDescriptors()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Descriptors are counted in /proc.");
        await Round(4);
        var before = Directory.GetFileSystemEntries("/proc/self/fd").Length;
        await Round(200);
        var after = Directory.GetFileSystemEntries("/proc/self/fd").Length;
        Assert.InRange(after, 0, before + 40);   // other tests run beside this one

        static async Task Round(int starts)
        {
            for (var start = 0; start < starts; start++)
            {
                var worker = TestDuties.Start();
                worker.Kill();
                await worker.DisposeAsync();
            }
        }
    }
}

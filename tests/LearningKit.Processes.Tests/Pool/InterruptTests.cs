using System.Diagnostics;

namespace LearningKit.Processes.Tests.Pool;

public sealed class InterruptTests
{
    [SkippableTheory]
    [InlineData("-INT")]
    [InlineData("-TERM")]
    [InlineData("-KILL")]
    public async Task Program_EndedDuringMap_LeavesNoWorker(string signal)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Looks for processes in /proc.");
        // A program that a script starts in the background is deaf to Ctrl-C, and so is what that starts: these tests, perhaps.
        string[] command = ["--default-signal=INT", "dotnet", "exec", typeof(InterruptTests).Assembly.Location, "map"];
        using var program = Process.Start(new ProcessStartInfo("env", command) { RedirectStandardOutput = true })!;
        try
        {
            var workers = (await program.StandardOutput.ReadLineAsync())!.Split(' ').Select(int.Parse).ToList();
            Assert.Contains("started", await program.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
            using (var kill = Process.Start("kill", [signal, $"{program.Id}"])) await kill.WaitForExitAsync();
            await Worker.Processes.WaitUntilGone(program.Id);
            Assert.Equal(2, workers.Count);
            foreach (var worker in workers) await Worker.Processes.WaitUntilGone(worker);
        }
        finally
        {
            program.Kill();
        }
    }

    /// <summary>The program that is ended: writes the ids of its workers, and maps a function that never returns.</summary>
    public static int MapForever()
    {
        using var pool = new ProcessPool(2);
        Console.WriteLine(string.Join(' ', pool.Workers.Select(worker => worker.ProcessId)));
        pool.Map(_ => Crime.SpinForever(), Enumerable.Range(0, 10));
        return 0;
    }
}

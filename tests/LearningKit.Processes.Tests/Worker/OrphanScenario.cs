namespace LearningKit.Processes.Tests.Worker;

/// <summary>A small program that starts workers and is then killed by a test: what is left of them?</summary>
static class OrphanScenario
{
    /// <summary>Writes the ids of two workers, and of a child program of one of them, and then waits for its death.</summary>
    /// <param name="report">The file to write to.</param>
    public static int Run(string report)
    {
        var idle = TestDuties.Start();
        var busy = TestDuties.Start(new() { Name = "worker 2" });
        idle.Ask("self");
        var child = busy.Ask("child");
        busy.Order("spin");
        File.WriteAllText(report + ".new", $"{idle.ProcessId} {busy.ProcessId} {child}");
        File.Move(report + ".new", report);
        Thread.Sleep(Timeout.Infinite);
        return 0;
    }
}

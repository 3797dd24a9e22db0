using LearningKit.Processes.Wire;

namespace LearningKit.Processes.Tests.Worker;

/// <summary>A small program that starts workers and is then killed by a test: what is left of them?</summary>
static class OrphanScenario
{
    /// <summary>
    /// Writes the ids of three workers, and of a child program of one of them, and then waits for its death: one worker is idle,
    /// one computes, and to one this process sends an array without end.
    /// </summary>
    /// <param name="report">The file to write to.</param>
    public static int Run(string report)
    {
        var idle = TestDuties.Start();
        var busy = TestDuties.Start(new() { Name = "worker 2" });
        idle.Ask("self");
        var child = busy.Ask("child");
        busy.Order("spin");
        var receiving = TestDuties.Start(new() { Name = "worker 3" });
        receiving.Ask("self");
        var array = new byte[1 << 20];
        var sending = new TaskCompletionSource();
        new Thread(() =>
        {
            while (true)
            {
                receiving.Channel.Send(FrameKind.Call, 1, new(Array.Empty<byte>(), [array], []));
                receiving.Channel.Receive();
                sending.TrySetResult();
            }
        })
        { IsBackground = true }.Start();
        sending.Task.Wait();
        File.WriteAllText(report + ".new", $"{idle.ProcessId} {busy.ProcessId} {receiving.ProcessId} {child}");
        File.Move(report + ".new", report);
        Thread.Sleep(Timeout.Infinite);
        return 0;
    }
}

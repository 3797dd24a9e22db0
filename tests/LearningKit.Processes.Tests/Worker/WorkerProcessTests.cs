using System.Collections.Concurrent;
using LearningKit.Processes.Wire;

namespace LearningKit.Processes.Tests.Worker;

public sealed class WorkerProcessTests
{
    [Fact]
    public async Task Worker_AnswersOverItsChannel_AndKnowsWhoItIs()
    {
        await using var worker = TestDuties.Start(new() { Name = "Wörker 7", Index = 7, Siblings = 3 });
        Assert.Equal("Wörker 7|7|3", worker.Ask("self"));
        Assert.Equal("Wörker 7|7|3", worker.Ask("self"));
    }

    [Fact]
    public async Task Prints_ArriveLabelled_InOrder()
    {
        var printed = new ConcurrentQueue<WorkerOutput>();
        var worker = TestDuties.Start(new() { Name = "worker 1", Printed = printed.Enqueue });
        worker.Ask("out", "one");
        worker.Ask("error", "two");
        worker.Ask("native", "three");
        worker.Ask("shell", "echo four; echo five >&2");
        worker.Ask("print", "six");
        worker.Ask("out", "");
        worker.Ask("print", "seven");
        worker.Channel.Send(FrameKind.Stop, 0);
        var end = await worker.Ended.WaitAsync(TimeSpan.FromMinutes(1));
        await worker.DisposeAsync();
        Assert.Equal((0, false), (end.ExitCode, end.WasKilled));
        Assert.Equal(
            [("one", false), ("two", true), ("three", false), ("four", false), ("five", false), ("six", false), ("seven", false)],
            printed.Select(output => (output.Text, output.IsError)));
        Assert.All(printed, output => Assert.Equal("worker 1", output.Worker));
    }
}

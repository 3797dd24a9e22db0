using LearningKit.Processes.Wire;

namespace LearningKit.Processes.Tests.Worker;

public sealed class PrintingMuchTests
{
    const int Lines = 300 * 1024;   // of a kilobyte each

    [Fact]
    public async Task Worker_ThatPrintsHundredsOfMegabytes_IsCut_WithANote_AndGoesOn()
    {
        long shown = 0;
        string? note = null, last = null;
        var worker = TestDuties.Start(new()
        {
            Name = "worker 1",
            Printed = output =>
            {
                if (output.IsError) note ??= output.Text;
                else shown += output.Text.Length;
                last = output.Text;
            },
        });
        worker.Ask("lines", $"{Lines}");
        Assert.Equal("worker 1|0|1", worker.Ask("self"));
        worker.Channel.Send(FrameKind.Stop, 0);
        await worker.Ended.WaitAsync(TimeSpan.FromMinutes(2));
        await worker.DisposeAsync();
        Assert.InRange(shown, PrintedLines.Limit, PrintedLines.Limit + 1024);
        Assert.Contains("32 MiB", note);
        Assert.Equal($"({(Lines * 1023L) - shown:N0} bytes that worker 1 printed are not shown.)", last);
    }

    [Fact]
    public async Task Worker_WaitsForASlowReceiver_AndNothingIsLost()
    {
        using var gate = new SemaphoreSlim(0);
        var shown = 0;
        var worker = TestDuties.Start(new()
        {
            Name = "worker 1",
            Printed = _ =>
            {
                gate.Wait();
                shown++;
            },
        });
        worker.Order("lines", "1000");   // ten times what a pipe holds
        var answer = Task.Run(worker.Channel.Receive);
        Assert.False(answer.IsCompleted);
        gate.Release(500);
        Assert.False(answer.IsCompleted);
        gate.Release(500);
        Assert.NotNull(await answer.WaitAsync(TimeSpan.FromMinutes(1)));
        worker.Channel.Send(FrameKind.Stop, 0);
        await worker.Ended.WaitAsync(TimeSpan.FromMinutes(1));
        await worker.DisposeAsync();
        Assert.Equal(1000, shown);
    }

    [Fact]
    public async Task LineWithoutEnd_IsHandedOnInPieces()
    {
        var longest = 0;
        long shown = 0;
        var worker = TestDuties.Start(new()
        {
            Name = "worker 1",
            Printed = output =>
            {
                longest = Math.Max(longest, output.Text.Length);
                shown += output.Text.Length;
            },
        });
        worker.Ask("shell", "head -c 10000000 /dev/zero | tr '\\0' a");
        worker.Channel.Send(FrameKind.Stop, 0);
        await worker.Ended.WaitAsync(TimeSpan.FromMinutes(1));
        await worker.DisposeAsync();
        Assert.Equal(10_000_000, shown);
        Assert.InRange(longest, 1, 200_000);
    }

    [Fact]
    public async Task ReceiverThatThrows_DoesNotHoldTheWorkerUp()
    {
        var worker = TestDuties.Start(new() { Name = "worker 1", Printed = _ => throw new InvalidOperationException("broken") });
        worker.Ask("lines", "1000");
        Assert.Equal("worker 1|0|1", worker.Ask("self"));
        await worker.DisposeAsync();
    }
}

using System.Collections.Concurrent;
using System.IO.Pipes;
using LearningKit.Processes.Wire;
using LearningKit.Shipping;

namespace LearningKit.Processes.Tests.Pool;

/// <summary>The worker's side, with the test as its pool.</summary>
public sealed class InboxTests : IDisposable
{
    static readonly TimeSpan patience = TimeSpan.FromMinutes(1);

    /// <summary>What the tasks of these tests wait for; they run in this process.</summary>
    static readonly ConcurrentDictionary<int, ManualResetEventSlim> gates = [];

    readonly AnonymousPipeServerStream toWorker = new(PipeDirection.Out), fromWorker = new(PipeDirection.In);
    readonly FrameChannel pool;
    readonly Thread worker;

    public InboxTests()
    {
        pool = new(fromWorker, toWorker);
        FrameChannel side = new(new AnonymousPipeClientStream(PipeDirection.In, toWorker.ClientSafePipeHandle), new AnonymousPipeClientStream(PipeDirection.Out, fromWorker.ClientSafePipeHandle));
        worker = new(() => TaskLoop.Run(side, new() { Name = "worker 0" })) { IsBackground = true, Name = "worker of InboxTests" };
        worker.Start();
        Assert.Equal(FrameKind.Hello, pool.Receive()!.Value.Kind);
    }

    public void Dispose()
    {
        toWorker.Dispose();
        Assert.True(worker.Join(patience));
        pool.Dispose();
    }

    [Fact]
    public async Task Tasks_BehindALongOne_AreHandedBackUntilItIsDone()
    {
        using var gate = gates[1] = new();
        SendFunction(1);
        pool.Send([Call(7, gate: 1), Call(8), Call(9)]);
        Assert.Equal([(FrameKind.HandBack, 8), (FrameKind.HandBack, 9)], await Receive(2));
        pool.Send([Call(10)]);
        Assert.Equal([(FrameKind.HandBack, 10)], await Receive(1));
        gate.Set();
        Assert.Equal([(FrameKind.Result, 7)], await Receive(1));
        do pool.Send([Call(8)]);   // until the thread that has sent the result is through with that
        while (await Receive(1) is [(FrameKind.HandBack, 8)]);
        pool.Send([Call(9)]);
        Assert.Equal([(FrameKind.Result, 9)], await Receive(1));
    }

    [Fact]
    public async Task Cancellation_BehindTasksThatWait_IsHeard()
    {
        using var gate = gates[2] = new();
        SendFunction(1);
        pool.Send([Call(7, gate: 2), Call(8), (FrameKind.Cancel, 7L, null)]);
        Assert.Equal([(FrameKind.HandBack, 8), (FrameKind.Failure, 7)], await Receive(2));
    }

    [Fact]
    public async Task Cancellation_OfAnother_LeavesTheTaskAlone()
    {
        using var gate = gates[3] = new();
        SendFunction(1);
        pool.Send([Call(7, gate: 3), (FrameKind.Cancel, -2L, null), (FrameKind.Cancel, 6L, null), Call(8)]);
        Assert.Equal([(FrameKind.HandBack, 8)], await Receive(1));   // so what came before it was heard
        gate.Set();
        Assert.Equal([(FrameKind.Result, 7)], await Receive(1));
    }

    void SendFunction(long id) => pool.Send(FrameKind.Function, -id, Packer.Pack<MapWork>(new MapWork<int, int>(ItemFunction.OfToken<int, int>((x, cancel) =>
    {
        if (x > 0) gates[x].Wait(cancel);
        return x;
    }))));

    static (FrameKind, long, Parcel?) Call(long id, int gate = 0) => (FrameKind.Call, id, Packer.Pack<int[]>([gate]));

    Task<List<(FrameKind, long)>> Receive(int frames) => Task.Run<List<(FrameKind, long)>>(() => [.. Enumerable.Range(0, frames).Select(_ =>
    {
        var frame = pool.Receive()!.Value;
        return (frame.Kind, frame.Id);
    })]).WaitAsync(patience);
}

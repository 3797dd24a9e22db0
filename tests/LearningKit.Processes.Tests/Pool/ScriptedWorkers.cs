using System.Collections.Concurrent;
using System.IO.Pipes;
using LearningKit.Processes.Wire;
using LearningKit.Shipping;

namespace LearningKit.Processes.Tests.Pool;

/// <summary>
/// Workers that the test plays itself, frame by frame: it sees what they are sent and when, and says what they answer and how
/// long that has taken.
/// </summary>
sealed class ScriptedWorkers
{
    readonly BlockingCollection<Scripted> started = [];
    int count;

    public ProcessPool Pool(int workers, PoolOptions? options = null) => new(workers, options, self =>
    {
        var worker = new Scripted(Interlocked.Increment(ref count));
        started.Add(worker);
        return worker;
    });

    /// <summary>The next worker that the pool has started; it is ready.</summary>
    public Scripted Next()
    {
        Assert.True(started.TryTake(out var worker, TimeSpan.FromMinutes(1)), "The pool has started no worker.");
        worker.Answer(FrameKind.Hello, 0, null);
        return worker;
    }

    public sealed class Scripted : IWorker
    {
        static readonly TimeSpan patience = TimeSpan.FromMinutes(1);

        readonly TaskCompletionSource<WorkerEnd> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        readonly BlockingCollection<(FrameKind Kind, long Id, int[] Items)> received = [];
        readonly AnonymousPipeServerStream toPool = new(PipeDirection.Out), fromPool = new(PipeDirection.In);
        readonly FrameChannel side;

        public Scripted(int number)
        {
            ProcessId = number;
            side = new(fromPool, toPool);
            Channel = new(new AnonymousPipeClientStream(PipeDirection.In, toPool.ClientSafePipeHandle), new AnonymousPipeClientStream(PipeDirection.Out, fromPool.ClientSafePipeHandle));
            new Thread(Listen) { IsBackground = true, Name = "scripted worker" }.Start();
        }

        public int ProcessId { get; }

        public FrameChannel Channel { get; }

        public Task<WorkerEnd> Ended => ended.Task;

        /// <summary>What it is told next, functions aside: the kind and the number of a task, and the items if it is a call.</summary>
        public (FrameKind Kind, long Id, int[] Items) Hear()
        {
            Assert.True(received.TryTake(out var frame, patience), "The pool has sent nothing.");
            return frame;
        }

        /// <summary>Hears so many calls and answers none.</summary>
        public List<long> HearCalls(int calls) => [.. Enumerable.Range(0, calls).Select(_ =>
        {
            var (kind, id, _) = Hear();
            Assert.Equal(FrameKind.Call, kind);
            return id;
        })];

        /// <summary>Answers a task, and says that it has computed so long.</summary>
        public void Answer(long id, TimeSpan duration, int result = 0)
        {
            var now = System.Diagnostics.Stopwatch.GetTimestamp();
            var ticks = (long)(duration.TotalSeconds * System.Diagnostics.Stopwatch.Frequency);
            Answer(FrameKind.Result, id, Packer.Pack(new Yield<int>(new(now - ticks, now, 0), [result], null)));
        }

        public void Answer(FrameKind kind, long id, Parcel? parcel) => side.Send(kind, id, parcel);

        public void Kill()
        {
            if (ended.Task.IsCompleted) return;
            toPool.Dispose();
            ended.TrySetResult(new(137, true, "The test killed it."));
        }

        public ValueTask DisposeAsync()
        {
            Kill();
            Channel.Dispose();
            return ValueTask.CompletedTask;
        }

        void Listen()
        {
            while (side.Receive() is { } frame)
                if (frame.Kind != FrameKind.Function && frame.Id >= 0) received.Add((frame.Kind, frame.Id, frame.Kind == FrameKind.Call ? frame.Unpack<int[]>() : []));
        }
    }
}

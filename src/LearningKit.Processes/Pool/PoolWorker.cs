using System.Diagnostics;
using System.Runtime.InteropServices;
using LearningKit.Processes.Wire;
using LearningKit.Shipping;

namespace LearningKit.Processes;

/// <summary>One worker of a pool from its start to its end. The thread that calls <see cref="Serve"/> belongs to it.</summary>
sealed class PoolWorker : IAsyncDisposable
{
    static readonly TimeSpan untilFoundDead = TimeSpan.FromSeconds(1);

    readonly Dispatcher dispatcher;
    readonly PoolOptions options;
    readonly PoolRecords records;
    readonly IWorker process;
    readonly HashSet<PoolFunction> known = [];   // functions that it has; used by whoever gives it a task, one at a time
    readonly Timer? deadline;
    PoolFunction? selected;
    volatile PoolCall? lastCall;

    /// <summary>Starts a worker.</summary>
    /// <exception cref="WorkerStartException">It cannot be started.</exception>
    public PoolWorker(WorkerOptions self, PoolOptions options, Func<WorkerOptions, IWorker> start, Dispatcher dispatcher, PoolRecords records)
    {
        (Name, Index) = (self.Name, self.Index);
        (this.options, this.dispatcher, this.records) = (options, dispatcher, records);
        if (options.TaskTimeout is not null) deadline = new(_ => StopIfOverdue());
        process = start(self with { Printed = Print });
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its number in the pool, from 0.</summary>
    public int Index { get; }

    /// <summary>Its process.</summary>
    public int ProcessId => process.ProcessId;

    /// <summary>How many tasks it has ended.</summary>
    public int TasksDone { get; private set; }

    /// <summary>Its tasks: the one that it executes, and behind it those that it was sent ahead. Guarded by the dispatcher.</summary>
    public List<PoolTask> UnderWay { get; } = [];

    /// <summary>
    /// How many may wait behind the first: no more than it may still do, and none if the time of each task is limited, for that counts
    /// from its sending.
    /// </summary>
    public int MostBehind => options.TaskTimeout is null ? options.MaxTasksPerChild - TasksDone - 1 ?? int.MaxValue : 0;

    /// <summary>When its last answer came, in ticks of Stopwatch; 0 if none came.</summary>
    public long AnsweredAt { get; private set; }

    /// <summary>
    /// The pool's side of the loop: gathers what the worker has finished and gives it the next task, until it ends, or has done
    /// as many as one worker may.
    /// </summary>
    /// <returns>The tasks that it has not finished: the one that it executed, and those that waited behind it.</returns>
    public IReadOnlyList<PoolTask> Serve()
    {
        try
        {
            Send(dispatcher.Next(this));
            while (process.Channel.Receive() is { } frame)
            {
                if (frame.Kind == FrameKind.HandBack)
                {
                    dispatcher.HandOver(this, frame.Id);
                    Send(dispatcher.Next(this));
                    continue;
                }
                var task = UnderWay[0];
                var record = Read(task, frame);             // first: its buffers are gone with the next frame
                TasksDone++;
                dispatcher.Answered(this, record.Duration);
                if (IsWornOut) dispatcher.Remove(this);
                else Send(dispatcher.Next(this));           // the worker first, then the caller: while one reads, the other works
                task.Settle(record);
                if (IsWornOut) return [];
            }
        }
        catch (IOException) { }   // It ended within a frame, or sent what is none.
        return dispatcher.Remove(this);
    }

    /// <summary>Sends tasks by one system call; if none of them can be sent, the next ones.</summary>
    public void Send(IReadOnlyList<PoolTask> tasks)
    {
        for (; tasks.Count > 0; tasks = dispatcher.Next(this))
        {
            var frames = new List<(FrameKind, long, Parcel?)>(tasks.Count + 1);
            foreach (var task in tasks) Pack(task, frames);
            if (frames.Count == 0) continue;
            try
            {
                lastCall = tasks[0].Call;
                process.Channel.Send(CollectionsMarshal.AsSpan(frames));
                foreach (var task in tasks)
                    if (task.Stopped is not null) Tell(task);   // what it was told before the task, it has not understood
                if (options.TaskTimeout is { } timeout) deadline!.Change(timeout, Timeout.InfiniteTimeSpan);
            }
            catch (IOException)
            {
                Kill();   // its own thread hears of it and sees to the tasks
            }
            return;
        }
    }

    /// <summary>Tells it that its task is no longer wanted.</summary>
    public void Tell(PoolTask task)
    {
        try { process.Channel.Send(FrameKind.Cancel, task.Number); }
        catch (IOException) { }   // It ended by itself.
    }

    /// <summary>Waits until it is ready, and has called the pool's initialiser.</summary>
    /// <param name="initializer">The initialiser as it travels, or null.</param>
    /// <returns>False if it ended before.</returns>
    /// <exception cref="WorkerStartException">The initialiser threw.</exception>
    public bool BecomeReady(Parcel? initializer)
    {
        Frame? reply;
        try
        {
            if (process.Channel.Receive() is null) return false;
            if (initializer is null) return true;
            process.Channel.Send(FrameKind.Apply, 0, initializer);
            reply = process.Channel.Receive();
        }
        catch (IOException)
        {
            return false;
        }
        if (reply is not { } answer) return false;
        var failure = answer.Kind == FrameKind.Failure ? answer.Unpack<Failed>().Exception : answer.Unpack<Yield<bool>>().Failures?[0].Exception;
        return failure is null ? true : throw new WorkerStartException($"The pool's Initializer threw in {Name}: {failure.GetType().Name}: {failure.Message}", failure);
    }

    /// <summary>Ends it now.</summary>
    public void Kill() => process.Kill();

    /// <summary>Completes when it is gone.</summary>
    public Task<WorkerEnd> Ended => process.Ended;

    /// <summary>Sees to it that nothing is left of it.</summary>
    public async ValueTask DisposeAsync()
    {
        deadline?.Dispose();
        // One that died is given time to be found dead: asked to end, it would seem to have done that.
        if (!IsWornOut) await Task.WhenAny(process.Ended, Task.Delay(untilFoundDead)).ConfigureAwait(false);
        await process.DisposeAsync().ConfigureAwait(false);
    }

    bool IsWornOut => TasksDone == options.MaxTasksPerChild;

    TaskRecord Read(PoolTask task, Frame frame)
    {
        var size = frame.Body.Length + frame.Buffers.Remaining;
        var (measured, outcome) = task.Read(frame);
        var record = records.Add(task, this, measured, size, outcome);
        AnsweredAt = Stopwatch.GetTimestamp();
        return record;
    }

    /// <summary>Adds the frames of a task; none if it cannot be sent, or not now.</summary>
    void Pack(PoolTask task, List<(FrameKind, long, Parcel?)> frames)
    {
        Parcel parcel;
        try
        {
            parcel = task.Pack();
        }
        catch (Exception exception)
        {
            dispatcher.TakeBack(this, task);
            task.Refuse(exception);
            dispatcher.Cancel(task.Call, "An item of the same map cannot be sent.");
            return;
        }
        if (!task.Call.MayWait(parcel.Size, process.Channel.SizeOf(parcel)) && dispatcher.First(this) != task)
        {
            dispatcher.HandOver(this, task.Number);   // too large to wait behind another
            return;
        }
        var captured = task.Call.Function is { } function ? Select(function, frames) : 0;
        (task.SentAt, task.BytesSent) = (Stopwatch.GetTimestamp(), captured + parcel.Size);
        frames.Add((task.Kind, task.Number, parcel));
    }

    /// <summary>Adds the frames that make the worker call a function from now on, and tell it which it may forget.</summary>
    /// <returns>How many bytes the function took with what it captured; 0 if the worker had it.</returns>
    long Select(PoolFunction function, List<(FrameKind, long, Parcel?)> frames)
    {
        foreach (var old in known.Where(old => old.IsOver && old != function).ToList())
        {
            known.Remove(old);
            frames.Add((FrameKind.Cancel, old.Id, null));
        }
        var isNew = known.Add(function);
        if (isNew || selected != function) frames.Add((FrameKind.Function, function.Id, isNew ? function.Parcel : null));
        selected = function;
        return isNew ? function.Parcel.Size : 0;
    }

    void StopIfOverdue()
    {
        if (dispatcher.First(this) is not { SentAt: not 0 } task) return;
        var left = options.TaskTimeout!.Value - Stopwatch.GetElapsedTime(task.SentAt);
        // Timers and Stopwatch are different clocks, and the timer may have been set for the task before.
        if (left > TimeSpan.Zero) deadline!.Change(left + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
        else dispatcher.Stop(task, new TimeoutException($"{task.ItemsText} took longer than {options.TaskTimeout} (PoolOptions.TaskTimeout) and was stopped."));
    }

    /// <summary>Hands a line on where the call belongs that the worker works for: in a notebook, to the cell that waits for it.</summary>
    void Print(WorkerOutput output)
    {
        var print = options.Printed ?? WorkerProcess.Relabel;
        if (lastCall?.Context is { } context) ExecutionContext.Run(context, _ => print(output), null);
        else print(output);
    }
}

using LearningKit.Processes.Wire;
using LearningKit.Shipping;

namespace LearningKit.Processes;

/// <summary>
/// What a worker is told. The thread that executes the tasks listens itself between them: handing each task from one thread to
/// another would double the time of a small one. While a task takes long, a second thread listens in its place: it hears a
/// cancellation, and hands the tasks back that wait behind the long one.
/// </summary>
sealed class Inbox : IDisposable
{
    /// <summary>
    /// When a task counts as long. A cancellation may be heard that much later, and tasks that are shorter do not wake the second
    /// thread each time.
    /// </summary>
    public static readonly TimeSpan UntilLong = TimeSpan.FromMilliseconds(10);

    readonly FrameChannel channel;
    readonly Dictionary<long, MapWork> functions = [];   // used by whoever listens
    readonly object gate = new();
    MapWork? function;                                   // what calls are for
    WorkerTask? arrived;
    volatile WorkerTask? running;
    long started;
    bool listening, resting, ended;

    public Inbox(FrameChannel channel)
    {
        this.channel = channel;
        new Thread(ListenDuringLongTasks) { IsBackground = true, Name = "worker's second ear" }.Start();
    }

    /// <summary>Waits for a task; null when no more will come. The task before is over: it cannot be cancelled any more.</summary>
    public WorkerTask? Next()
    {
        lock (gate)
        {
            running = null;
            while (arrived is null && !ended)
                if (listening) Monitor.Wait(gate);
                else Listen();
            (running, arrived) = (arrived, null);
            started++;
            if (resting) Monitor.PulseAll(gate);
            return running;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            ended = true;
            Monitor.PulseAll(gate);
        }
    }

    void ListenDuringLongTasks()
    {
        lock (gate)
        {
            while (!ended)
            {
                resting = running is null;
                var before = started;
                if (resting) Monitor.Wait(gate);
                else Monitor.Wait(gate, UntilLong);
                resting = false;
                while (running is not null && started == before && !listening && !ended) Listen();
            }
        }
    }

    /// <summary>
    /// Receives until there is a task or the end. Called, and left, within the gate, which is open meanwhile. A task that comes
    /// while another still runs is handed back within the gate, so that none is begun before the pool can know of it: if this
    /// process dies then, it died of the first that was neither answered nor handed back.
    /// </summary>
    void Listen()
    {
        var runs = running;
        listening = true;
        Monitor.Exit(gate);
        WorkerTask? task = null;
        try
        {
            while (task is null && channel.Receive() is { } frame && frame.Kind != FrameKind.Stop) task = Take(frame);
        }
        catch (IOException) { }   // What cannot be read is the end of the connection, too.
        finally
        {
            if (task is null) Cancel(running);   // its result can reach nobody any more
            Monitor.Enter(gate);
            listening = false;
            ended |= task is null;
            if (task is null || running is null || running != runs) arrived = task;
            else HandBack(task);
            Monitor.PulseAll(gate);
        }
    }

    void HandBack(WorkerTask task)
    {
        try { channel.Send(FrameKind.HandBack, task.Id); }
        catch (IOException) { }   // The pool is gone, which the next that is received tells.
    }

    WorkerTask? Take(Frame frame)
    {
        switch (frame.Kind)
        {
            case FrameKind.Function:
                if (!functions.TryGetValue(frame.Id, out function)) functions[frame.Id] = function = ReadFunction(frame);
                return null;
            case FrameKind.Call:
                return new(frame.Id, Read(() => function!.Read(frame)));
            case FrameKind.Apply:
                return new(frame.Id, Read(frame.Unpack<Work>));
            case FrameKind.Cancel:
                functions.Remove(frame.Id);
                if (running is { } task && task.Id == frame.Id) Cancel(task);
                return null;
            default:
                return null;
        }
    }

    static MapWork ReadFunction(Frame frame)
    {
        try { return frame.Unpack<MapWork>(); }
        catch (Exception exception) { return new UnreadableFunction(exception); }
    }

    static Work Read(Func<Work> read)
    {
        try { return read(); }
        catch (Exception exception) { return new UnreadableWork(exception); }
    }

    /// <summary>What cannot be rebuilt fails when it is executed, as the task that it is.</summary>
    sealed class UnreadableWork(Exception exception) : Work
    {
        public override Parcel Execute(CancellationToken cancel) => throw new InvalidOperationException($"The task could not be rebuilt in the worker: {exception.Message}", exception);
    }

    sealed class UnreadableFunction(Exception exception) : MapWork
    {
        public override Work Read(Frame call) => new UnreadableWork(exception);
    }

    static void Cancel(WorkerTask? task)
    {
        try { task?.Cancel(); }
        catch (AggregateException) { }   // Thrown by what the task has registered.
    }
}

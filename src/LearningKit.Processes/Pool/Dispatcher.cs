namespace LearningKit.Processes;

/// <summary>
/// Who gets which task: a task goes to an idle worker at once, sent by the thread that brings it; if none is idle it waits, and
/// the next worker that has finished takes it. While the tasks of a call are short, a worker is sent several: it has the next
/// one when it has finished one. What then waits behind a task that turns out long, it hands back.
/// </summary>
/// <remarks>
/// Thread-safe. A task is in one place: waiting, with one worker, or over; every move between them is made within the gate.
/// </remarks>
sealed class Dispatcher(TimeSpan cancelPatience)
{
    // A worker takes no more than half of its share of what waits: the last tasks are for whoever is free first.
    const int FairShare = 2;

    readonly Lock gate = new();
    readonly List<PoolWorker> workers = [], idle = [];   // the last that became idle is the first to work: its caches are warm
    LinkedList<PoolTask> waiting = [];
    Exception? closed;
    long submitted;

    /// <summary>Why no task is taken any more; null while tasks are.</summary>
    public Exception? Closed => Volatile.Read(ref closed);

    /// <summary>Gives a task to an idle worker, or lets it wait for one.</summary>
    public void Submit(PoolTask task)
    {
        PoolWorker? worker = null;
        Exception? refused;
        lock (gate)
        {
            if (task.Number == PoolTask.None) task.Number = submitted++;
            refused = closed ?? task.Call.Cancelled;
            if (refused is null && idle.Count > 0)
            {
                worker = idle[^1];
                idle.RemoveAt(idle.Count - 1);
                worker.UnderWay.Add(task);
            }
            else if (refused is null) Wait(task);
        }
        if (refused is not null) task.End(refused, record: null);
        worker?.Send([task]);
    }

    /// <summary>Lets a task wait, in the order of the numbers: one that has waited before is among the first again.</summary>
    void Wait(PoolTask task)
    {
        var later = waiting.Last?.Value.Number > task.Number ? waiting.First : null;
        while (later?.Value.Number < task.Number) later = later.Next;
        if (later is null) waiting.AddLast(task);
        else waiting.AddBefore(later, task);
    }

    /// <summary>
    /// What a worker is to be sent: a task, if it has none, and behind it those that may wait there. If it has none and none
    /// waits, it is idle from now on.
    /// </summary>
    public IReadOnlyList<PoolTask> Next(PoolWorker worker)
    {
        var (had, taken) = (worker.UnderWay, new List<PoolTask>());
        PoolTask first;
        lock (gate)
        {
            if (closed is not null) return [];
            if (had.Count == 0) Take();
            if (had.Count == 0)
            {
                idle.Add(worker);
                return [];
            }
            first = had[0];
            var behind = Math.Min(Math.Min(worker.MostBehind, first.Call.MostBehind), waiting.Count / (FairShare * workers.Count));
            // Only when half of them are done: several at once are one system call.
            if (had.Count - 1 <= behind / 2)
                while (had.Count - 1 < behind && waiting.First?.Value.Call == first.Call) Take();
        }
        if (first.Call.Cancelled is { } reason) Stop(first, reason);   // it has waited behind another until now
        return taken;

        void Take()
        {
            if (waiting.First is not { Value: var task }) return;
            waiting.RemoveFirst();
            had.Add(task);
            taken.Add(task);
        }
    }

    /// <summary>Notes that a worker has answered its first task.</summary>
    /// <param name="worker">The worker.</param>
    /// <param name="duration">How long it has computed.</param>
    public void Answered(PoolWorker worker, TimeSpan duration)
    {
        lock (gate)
        {
            worker.UnderWay[0].Call.Took(duration);
            worker.UnderWay.RemoveAt(0);
        }
    }

    /// <summary>Takes a task back, which a worker could not be sent.</summary>
    public void TakeBack(PoolWorker worker, PoolTask task)
    {
        lock (gate) worker.UnderWay.Remove(task);
    }

    /// <summary>Gives a task to others that a worker has not begun, since the one before takes long.</summary>
    public void HandOver(PoolWorker worker, long number)
    {
        PoolTask? task;
        lock (gate)
        {
            task = worker.UnderWay.Find(task => task.Number == number);
            if (task is null) return;
            worker.UnderWay.Remove(task);
            task.Call.Took(Inbox.UntilLong);
        }
        Submit(task);
    }

    /// <summary>The task that a worker executes; null if it has none.</summary>
    public PoolTask? First(PoolWorker worker)
    {
        lock (gate) return worker.UnderWay.FirstOrDefault();
    }

    /// <summary>Makes a worker unknown: it has ended, or will do no more.</summary>
    /// <returns>The tasks that it has not finished: the one that it executed, and those that waited behind it.</returns>
    public IReadOnlyList<PoolTask> Remove(PoolWorker worker)
    {
        lock (gate)
        {
            workers.Remove(worker);
            idle.Remove(worker);
            PoolTask[] unfinished = [.. worker.UnderWay];
            worker.UnderWay.Clear();
            return unfinished;
        }
    }

    /// <summary>Makes a worker known that was started.</summary>
    /// <returns>False if the pool was closed meanwhile: it is not wanted.</returns>
    public bool Add(PoolWorker worker)
    {
        lock (gate)
        {
            if (closed is null) workers.Add(worker);
            return closed is null;
        }
    }

    /// <summary>
    /// Cancels what is left of a call: what waits will not start, what runs is stopped. What waits with a worker is stopped when
    /// its turn comes.
    /// </summary>
    public void Cancel(PoolCall call, string reason)
    {
        List<PoolTask> dropped, running;
        lock (gate)
        {
            call.Cancelled ??= new OperationCanceledException(reason);
            dropped = [.. waiting.Where(task => task.Call == call)];
            if (dropped.Count > 0) waiting = new(waiting.Where(task => task.Call != call));
            running = [.. workers.Select(worker => worker.UnderWay.FirstOrDefault()).OfType<PoolTask>().Where(task => task.Call == call)];
        }
        foreach (var task in dropped) task.End(call.Cancelled, record: null);
        foreach (var task in running) Stop(task, call.Cancelled);
    }

    /// <summary>Asks a running task to stop. If it does not within the patience, its worker is ended.</summary>
    public void Stop(PoolTask task, Exception reason)
    {
        PoolWorker? worker;
        lock (gate)
        {
            worker = workers.Find(worker => worker.UnderWay.FirstOrDefault() == task);
            if (worker is null || task.Stopped is not null) return;
            task.Stopped = reason;
        }
        _ = EndUnlessStoppedAsync(worker, task);   // first: telling a worker that does not listen may take as long
        worker.Tell(task);
    }

    /// <summary>Takes no task any more, ends those that are there, and the workers.</summary>
    public void Close(Exception reason)
    {
        List<PoolTask> dropped;
        List<PoolWorker> ending;
        lock (gate)
        {
            if (closed is not null) return;
            closed = reason;
            dropped = [.. waiting];
            waiting.Clear();
            ending = [.. workers];
            foreach (var worker in workers) worker.UnderWay.FirstOrDefault()?.Stopped ??= reason;
        }
        foreach (var task in dropped) task.End(reason, record: null);
        foreach (var worker in ending) worker.Kill();
    }

    async Task EndUnlessStoppedAsync(PoolWorker worker, PoolTask task)
    {
        await Task.Delay(cancelPatience).ConfigureAwait(false);
        if (First(worker) == task) worker.Kill();
    }
}

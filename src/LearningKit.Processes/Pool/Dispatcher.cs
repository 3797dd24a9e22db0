namespace LearningKit.Processes;

/// <summary>
/// Who gets which task: a task goes to an idle worker at once, sent by the thread that brings it; if none is idle it waits, and
/// the next worker that has finished takes it. A worker has one task at a time.
/// </summary>
/// <remarks>
/// Thread-safe. A task is in one place: waiting, with one worker, or over; every move between them is made within the gate.
/// </remarks>
sealed class Dispatcher(TimeSpan cancelPatience)
{
    readonly Lock gate = new();
    readonly List<PoolWorker> workers = [], idle = [];   // the last that became idle is the first to work: its caches are warm
    Queue<PoolTask> waiting = [];
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
            if (refused is null && idle.Count == 0) waiting.Enqueue(task);
            else if (refused is null)
            {
                worker = idle[^1];
                idle.RemoveAt(idle.Count - 1);
                worker.Current = task;
            }
        }
        if (refused is not null) task.End(refused, record: null);
        worker?.Send(task);
    }

    /// <summary>Gives a worker that has nothing to do the next task; null if none waits: it is idle then.</summary>
    public PoolTask? Next(PoolWorker worker)
    {
        lock (gate)
        {
            worker.Current = null;
            if (closed is not null) return null;
            if (waiting.TryDequeue(out var task)) worker.Current = task;
            else idle.Add(worker);
            return task;
        }
    }

    /// <summary>Takes a worker's task back, which it could not be sent.</summary>
    public void TakeBack(PoolWorker worker)
    {
        lock (gate) worker.Current = null;
    }

    /// <summary>Makes a worker unknown: it has ended, or will do no more.</summary>
    /// <returns>The task that it has not finished, or null.</returns>
    public PoolTask? Remove(PoolWorker worker)
    {
        lock (gate)
        {
            workers.Remove(worker);
            idle.Remove(worker);
            var task = worker.Current;
            worker.Current = null;
            return task;
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

    /// <summary>Cancels what is left of a call: what waits will not start, what runs is stopped.</summary>
    public void Cancel(PoolCall call, string reason)
    {
        List<PoolTask> dropped, running;
        lock (gate)
        {
            call.Cancelled ??= new OperationCanceledException(reason);
            dropped = [.. waiting.Where(task => task.Call == call)];
            if (dropped.Count > 0) waiting = new(waiting.Where(task => task.Call != call));
            running = [.. workers.Select(worker => worker.Current).OfType<PoolTask>().Where(task => task.Call == call)];
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
            worker = workers.Find(worker => worker.Current == task);
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
            foreach (var worker in workers) worker.Current?.Stopped ??= reason;
        }
        foreach (var task in dropped) task.End(reason, record: null);
        foreach (var worker in ending) worker.Kill();
    }

    async Task EndUnlessStoppedAsync(PoolWorker worker, PoolTask task)
    {
        await Task.Delay(cancelPatience).ConfigureAwait(false);
        bool goesOn;
        lock (gate) goesOn = worker.Current == task;
        if (goesOn) worker.Kill();
    }
}

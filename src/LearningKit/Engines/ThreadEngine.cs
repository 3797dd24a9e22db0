namespace LearningKit.Engines;

/// <summary>Starts one thread a worker for each run, and ends them after it: what a pool saves is what this costs.</summary>
/// <param name="schedule">Who gets which part.</param>
public sealed class ThreadEngine(Schedule schedule = Schedule.Dynamic) : InProcessEngine
{
    /// <inheritdoc/>
    public override string Name => schedule == Schedule.Dynamic ? "threads" : $"threads-{schedule.ToString().ToLowerInvariant()}";

    /// <inheritdoc/>
    protected override Task ExecuteAsync(Job job, int workers)
    {
        var next = -1;   // the shared ticket of the dynamic schedule
        return StartAndJoinAsync(workers, worker =>
        {
            switch (schedule)
            {
                case Schedule.Dynamic:
                    for (int part; !job.Stopped && (part = Interlocked.Increment(ref next)) < job.Count;) job.Execute(part, worker);
                    break;
                case Schedule.Static:
                    var (first, end) = ((long)job.Count * worker / workers, (long)job.Count * (worker + 1) / workers);
                    for (var part = (int)first; part < end && !job.Stopped; part++) job.Execute(part, worker);
                    break;
                case Schedule.Cyclic:
                    for (var part = worker; part < job.Count && !job.Stopped; part += workers) job.Execute(part, worker);
                    break;
            }
        });
    }

    /// <summary>Starts the threads; the task ends when the last of them has: a Join that holds no thread.</summary>
    static Task StartAndJoinAsync(int workers, Action<int> body)
    {
        var running = workers;
        var joined = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        for (var worker = 0; worker < workers; worker++)
        {
            var number = worker;
            var thread = new Thread(() =>
            {
                body(number);
                if (Interlocked.Decrement(ref running) == 0) joined.SetResult();
            })
            { IsBackground = true, Name = $"worker {number}" };
            thread.Start();
        }
        return joined.Task;
    }
}

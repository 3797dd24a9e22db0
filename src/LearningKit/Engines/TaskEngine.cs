using System.Collections.Concurrent;

namespace LearningKit.Engines;

/// <summary>
/// Executes the parts on the shared thread pool: <see cref="Parallel.For(int, int, Action{int})"/> for parts that compute,
/// <see cref="Parallel.ForEachAsync{TSource}(IEnumerable{TSource}, Func{TSource, CancellationToken, ValueTask})"/> for parts that wait.
/// </summary>
/// <param name="partitioner">How the pool is handed the parts that compute.</param>
public sealed class TaskEngine(TaskPartitioner partitioner = TaskPartitioner.Adaptive) : InProcessEngine
{
    /// <inheritdoc/>
    public override string Name => partitioner switch
    {
        TaskPartitioner.Range => "tasks-range",
        TaskPartitioner.LoadBalancing => "tasks-balanced",
        _ => "tasks",
    };

    /// <inheritdoc/>
    protected override Task ExecuteAsync(Job job, int workers)
    {
        var lanes = new Lanes(workers);
        var options = new ParallelOptions { MaxDegreeOfParallelism = workers };

        if (job.IsAsync)
            return Parallel.ForEachAsync(Enumerable.Range(0, job.Count), options, async (part, _) =>
            {
                if (job.Stopped) return;
                var worker = lanes.Enter();
                try { await job.ExecuteAsync(part, worker).ConfigureAwait(false); }
                finally { lanes.Leave(worker); }
            });

        switch (partitioner)
        {
            case TaskPartitioner.Adaptive:
                Parallel.For(0, job.Count, options, (part, loop) => Execute(part, loop));
                break;
            case TaskPartitioner.Range when job.Count > 0:
                var length = (job.Count + workers - 1) / workers;
                Parallel.ForEach(Partitioner.Create(0, job.Count, length), options, (range, loop) =>
                {
                    for (var part = range.Item1; part < range.Item2 && !job.Stopped; part++) Execute(part, loop);
                });
                break;
            case TaskPartitioner.LoadBalancing:
                var oneByOne = Partitioner.Create(Enumerable.Range(0, job.Count), EnumerablePartitionerOptions.NoBuffering);
                Parallel.ForEach(oneByOne, options, Execute);
                break;
        }
        return Task.CompletedTask;

        void Execute(int part, ParallelLoopState loop)
        {
            if (job.Stopped) { loop.Stop(); return; }
            var worker = lanes.Enter();
            try { job.Execute(part, worker); }
            finally { lanes.Leave(worker); }
        }
    }
}

using System.Collections.Concurrent;

namespace LearningKit.Engines;

/// <summary>Executes the parts as a parallel LINQ query, one part at a time to whoever is free.</summary>
public sealed class PlinqEngine : InProcessEngine
{
    /// <inheritdoc/>
    public override string Name => "plinq";

    /// <inheritdoc/>
    protected override Task ExecuteAsync(Job job, int workers)
    {
        var lanes = new Lanes(workers);
        Partitioner.Create(Enumerable.Range(0, job.Count), EnumerablePartitionerOptions.NoBuffering)
            .AsParallel()
            .WithDegreeOfParallelism(Math.Min(workers, 512))   // PLINQ's own limit
            .WithExecutionMode(ParallelExecutionMode.ForceParallelism)
            .ForAll(part =>
            {
                if (job.Stopped) return;
                var worker = lanes.Enter();
                try { job.Execute(part, worker); }
                finally { lanes.Leave(worker); }
            });
        return Task.CompletedTask;
    }
}

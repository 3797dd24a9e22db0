namespace LearningKit.Engines;

/// <summary>An engine whose parts execute in this process: it need not know of what type they are.</summary>
public abstract class InProcessEngine : Engine
{
    /// <inheritdoc/>
    protected sealed override Task ExecutePartsAsync<TPart, TPartial, TAnswer>(WorkloadJob<TPart, TPartial, TAnswer> job, int workers) =>
        ExecuteAsync((Job)job, workers);

    /// <summary>Executes every part of the job once, until all are done or the job is stopped.</summary>
    /// <param name="job">The parts.</param>
    /// <param name="workers">How many parts may run at the same time.</param>
    protected abstract Task ExecuteAsync(Job job, int workers);
}

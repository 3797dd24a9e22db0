namespace LearningKit.Engines;

/// <summary>Executes the parts one after the other on the caller's thread: shows what dividing and gathering alone cost.</summary>
public sealed class SequentialEngine : InProcessEngine
{
    /// <inheritdoc/>
    public override string Name => "sequential";

    /// <inheritdoc/>
    protected override Task ExecuteAsync(Job job, int workers)
    {
        for (var part = 0; part < job.Count && !job.Stopped; part++) job.Execute(part, worker: 0);
        return Task.CompletedTask;
    }
}

namespace LearningKit.Workloads;

/// <summary>
/// A workload whose parts mostly wait (for a server, a disk). An engine that can wait without holding a thread
/// calls <see cref="ExecuteAsync"/>; every other engine calls <see cref="IWorkload{TPart,TPartial,TAnswer}.Execute"/>.
/// </summary>
/// <inheritdoc cref="IWorkload{TPart,TPartial,TAnswer}" path="/typeparam"/>
public interface IAsyncWorkload<TPart, TPartial, TAnswer> : IWorkload<TPart, TPartial, TAnswer>
{
    /// <summary>Executes one part without holding a thread while it waits.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled.</exception>
    ValueTask<TPartial> ExecuteAsync(TPart part, CancellationToken cancel);
}

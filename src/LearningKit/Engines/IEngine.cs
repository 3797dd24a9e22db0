using LearningKit.Workloads;

namespace LearningKit.Engines;

/// <summary>Runs any workload in parallel. An engine decides one thing only: how the parts are executed.</summary>
public interface IEngine : IAsyncDisposable
{
    /// <summary>The engine's name in commands, traces and charts.</summary>
    string Name { get; }

    /// <summary>Divides the workload, executes its parts and gathers the partial results.</summary>
    /// <param name="workload">The problem.</param>
    /// <param name="options">Workers, parts, trace and progress; null for the defaults.</param>
    /// <param name="cancel">Stops the run: parts that run are finished, no further part is started.</param>
    /// <returns>The same answer as <see cref="IWorkload{TPart,TPartial,TAnswer}.Solve"/>.</returns>
    /// <exception cref="PartFailedException">A part threw: says which, and keeps what the other parts yielded.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The options make no sense, for example 0 workers.</exception>
    Task<TAnswer> RunAsync<TPart, TPartial, TAnswer>(
        IWorkload<TPart, TPartial, TAnswer> workload, RunOptions? options = null, CancellationToken cancel = default);
}

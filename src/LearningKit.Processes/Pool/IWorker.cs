using LearningKit.Processes.Wire;

namespace LearningKit.Processes;

/// <summary>A worker as a pool sees it: a process, or in tests of the dispatcher a thread that dies on demand.</summary>
interface IWorker : IAsyncDisposable
{
    /// <summary>The number of the process.</summary>
    int ProcessId { get; }

    /// <summary>The connection to it.</summary>
    FrameChannel Channel { get; }

    /// <summary>Completes when it is gone.</summary>
    Task<WorkerEnd> Ended { get; }

    /// <summary>Ends it now.</summary>
    void Kill();
}

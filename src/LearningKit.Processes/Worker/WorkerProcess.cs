using LearningKit.Processes.Wire;

namespace LearningKit.Processes;

/// <summary>One worker from its start to its end, seen from the process that started it.</summary>
public sealed class WorkerProcess : IAsyncDisposable
{
    /// <summary>Starts a worker and returns at once; it is connected when its first frame arrives.</summary>
    /// <exception cref="WorkerStartException">The program cannot be started; says why and what to do.</exception>
    public static WorkerProcess Start(WorkerOptions options) => throw new NotImplementedException();

    /// <summary>The name by which charts, messages and its own output call it.</summary>
    public string Name => throw new NotImplementedException();

    /// <summary>The number of the process.</summary>
    public int ProcessId => throw new NotImplementedException();

    /// <summary>The connection to it.</summary>
    public FrameChannel Channel => throw new NotImplementedException();

    /// <summary>Completes when the process is gone and all that it printed was handed on.</summary>
    public Task<WorkerEnd> Ended => throw new NotImplementedException();

    /// <summary>Ends it and all that it started, now.</summary>
    public void Kill() => throw new NotImplementedException();

    /// <summary>Lets it end: closes the connection, waits a moment, then kills it. Leaves nothing behind.</summary>
    public ValueTask DisposeAsync() => throw new NotImplementedException();
}

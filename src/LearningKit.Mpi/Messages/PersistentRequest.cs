namespace LearningKit.Mpi;

/// <summary>An operation that is prepared once and started many times: for loops that exchange the same buffers in each step.</summary>
/// <example>
/// <code>
/// using var send = comm.SendInit(edge, dest: right);
/// for (var step = 0; step &lt; steps; step++) { send.Start(); Compute(); send.Wait(); }
/// </code>
/// </example>
/// <remarks>Dispose of it when it is complete: until then its buffer stays pinned, also between two starts.</remarks>
public abstract class PersistentRequest : Request, IDisposable
{
    bool started, disposed;

    private protected override bool KeepsMemory => true;

    /// <summary>Starts the operation; wait for it before the next start.</summary>
    /// <exception cref="MpiException">The last start has not been waited for.</exception>
    public void Start()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (started && !IsCompleted)
            throw new MpiException(MpiErrorClass.Request, "This persistent request is still under way: wait for it before it is started again.");
        started = true;
        Restart();
        StartCore();
    }

    /// <summary>Starts several.</summary>
    public static void StartAll(params ReadOnlySpan<PersistentRequest> requests)
    {
        foreach (var request in requests) request.Start();
    }

    /// <summary>Waits for the operation if it is under way, and frees it.</summary>
    public void Dispose()
    {
        if (disposed) return;
        disposed = true;
        if (started) Wait();
        FreeCore();
        Release();
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts the operation.</summary>
    protected abstract void StartCore();

    /// <summary>Frees what the transport holds for it.</summary>
    protected abstract void FreeCore();
}

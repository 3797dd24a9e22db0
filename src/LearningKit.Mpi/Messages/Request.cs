using System.Buffers;
using System.Runtime.CompilerServices;

namespace LearningKit.Mpi;

/// <summary>An operation under way: wait for it, test it, or await it. Its buffers stay pinned until it is complete.</summary>
/// <example>
/// <code>
/// var halo = comm.IRecv(ghost, source: left);
/// comm.ISend(edge, dest: left);
/// Compute(inner);                    // while the messages travel
/// Request.WaitAll(halo, sent);
/// </code>
/// </example>
/// <remarks>
/// One thread at a time may use a request. A request that nobody waits for keeps its buffer pinned for ever: wait for each.
/// Awaiting tests on other threads, which needs <see cref="ThreadLevel.Multiple"/>.
/// </remarks>
public abstract class Request
{
    MemoryHandle first, second;
    Status status;

    /// <summary>True once the operation is known to be complete.</summary>
    public bool IsCompleted { get; private set; }

    /// <summary>Waits until the operation is complete; again, returns the same status at once.</summary>
    /// <exception cref="MpiException">It failed, for example because the message was longer than the buffer.</exception>
    public Status Wait()
    {
        if (IsCompleted) return status;
        try
        {
            status = WaitCore();
        }
        catch (MpiException)
        {
            Complete();
            throw;
        }
        Complete();
        return status;
    }

    /// <summary>Asks whether the operation is complete.</summary>
    /// <param name="status">What is known about the message, if it is.</param>
    /// <exception cref="MpiException">It failed.</exception>
    public bool Test(out Status status)
    {
        if (!IsCompleted)
        {
            try
            {
                if (!TestCore(out this.status))
                {
                    status = default;
                    return false;
                }
            }
            catch (MpiException)
            {
                Complete();
                throw;
            }
            Complete();
        }
        status = this.status;
        return true;
    }

    /// <summary>Asks that the operation be given up. It still has to be waited for; the status says whether it came in time.</summary>
    public void Cancel()
    {
        if (!IsCompleted) CancelCore();
    }

    /// <summary>Lets <c>await request</c> go on when the operation is complete; other work runs meanwhile.</summary>
    public TaskAwaiter<Status> GetAwaiter() => AsTask().GetAwaiter();

    /// <summary>The operation as a task.</summary>
    public Task<Status> AsTask() => Test(out var known) ? Task.FromResult(known) : PollAsync();

    /// <summary>Waits for all of the requests.</summary>
    public static void WaitAll(params ReadOnlySpan<Request> requests)
    {
        foreach (var request in requests) request.Wait();
    }

    /// <summary>Waits until one of the requests is complete, and says which: take it out of the list before the next call.</summary>
    public static int WaitAny(params ReadOnlySpan<Request> requests)
    {
        ArgumentOutOfRangeException.ThrowIfZero(requests.Length);
        for (var i = 0; i < requests.Length; i++)
        {
            if (requests[i].IsCompleted) return i;
        }
        return requests[0].WaitAnyCore(requests);
    }

    /// <summary>Asks whether all of the requests are complete.</summary>
    public static bool TestAll(params ReadOnlySpan<Request> requests)
    {
        var all = true;
        foreach (var request in requests) all &= request.Test(out _);
        return all;
    }

    /// <summary>Keeps the memory of the operation where it is until it is complete.</summary>
    internal Request Hold(MemoryHandle memory, MemoryHandle other = default)
    {
        (first, second) = (memory, other);
        return this;
    }

    /// <summary>Blocks until the operation is complete.</summary>
    protected abstract Status WaitCore();

    /// <summary>Asks, without blocking, whether it is.</summary>
    protected abstract bool TestCore(out Status status);

    /// <summary>Asks that it be given up.</summary>
    protected abstract void CancelCore();

    /// <summary>Waits for one of several requests of the same transport, none of which is known to be complete. Asks each in turn.</summary>
    protected virtual int WaitAnyCore(ReadOnlySpan<Request> requests)
    {
        for (var wait = new SpinWait(); ; wait.SpinOnce(sleep1Threshold: -1))
        {
            for (var i = 0; i < requests.Length; i++)
            {
                if (requests[i].Test(out _)) return i;
            }
        }
    }

    /// <summary>Makes the request ready to be started again.</summary>
    protected void Restart() => IsCompleted = false;

    /// <summary>Lets the memory move again.</summary>
    protected void Release()
    {
        first.Dispose();
        second.Dispose();
    }

    // A persistent request keeps its memory: the next start needs it.
    private protected virtual bool KeepsMemory => false;

    void Complete()
    {
        IsCompleted = true;
        if (!KeepsMemory) Release();
    }

    // Libraries make progress when they are called and have no callback, so someone has to ask: often at first, then once a millisecond.
    async Task<Status> PollAsync()
    {
        for (var started = Environment.TickCount64; ;)
        {
            if (Test(out var known)) return known;
            if (Environment.TickCount64 - started < 2) await Task.Yield();
            else await Task.Delay(1).ConfigureAwait(false);
        }
    }
}

using System.ComponentModel;

namespace LearningKit.Mpi;

/// <summary>What a transport supplies for a window. Offsets are in the window's units; the data at the target is laid out as at the origin.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class WindowTransport : IDisposable
{
    /// <summary>A rank's memory: this rank's own, in a shared window anyone's.</summary>
    public abstract (nint Address, long Bytes) Segment(int rank);

    /// <summary>Writes to a rank's memory.</summary>
    public abstract void Put(MessageBuffer data, int target, long offset);

    /// <summary>Reads a rank's memory.</summary>
    public abstract void Get(MessageBuffer data, int target, long offset);

    /// <summary>Combines with a rank's memory.</summary>
    public abstract void Accumulate(MessageBuffer data, int target, long offset, Op op);

    /// <summary>Combines with a rank's memory, and reads what was there before.</summary>
    public abstract void GetAccumulate(MessageBuffer data, MessageBuffer before, int target, long offset, Op op);

    /// <summary>Writes one element if the expected one is there, and reads what was there before.</summary>
    public abstract void CompareAndSwap(MessageBuffer value, MessageBuffer expected, MessageBuffer before, int target, long offset);

    /// <summary>Ends an epoch of all ranks and begins the next.</summary>
    public abstract void Fence();

    /// <summary>Begins an epoch with one rank.</summary>
    public abstract void Lock(LockType type, int target);

    /// <summary>Ends it.</summary>
    public abstract void Unlock(int target);

    /// <summary>Begins an epoch with all ranks.</summary>
    public abstract void LockAll();

    /// <summary>Ends it.</summary>
    public abstract void UnlockAll();

    /// <summary>Waits for what is under way with a rank, within a lock.</summary>
    public abstract void Flush(int target);

    /// <summary>Synchronises the memory with the processor's view of it.</summary>
    public abstract void Sync();

    /// <summary>Opens this rank's memory to others.</summary>
    public abstract void Post(ReadOnlySpan<int> origins);

    /// <summary>Begins an epoch with those that open theirs.</summary>
    public abstract void Start(ReadOnlySpan<int> targets);

    /// <summary>Ends it.</summary>
    public abstract void Complete();

    /// <summary>Waits until those that the memory was opened to have completed.</summary>
    public abstract void Wait();

    /// <summary>Frees the window, with all ranks.</summary>
    public abstract void Dispose();
}

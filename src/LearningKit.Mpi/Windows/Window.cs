using System.Buffers;
using System.Runtime.CompilerServices;

namespace LearningKit.Mpi;

/// <summary>Memory of each rank that the others can read and change.</summary>
/// <remarks>
/// <para>Every access lies in an <em>epoch</em>: between two <see cref="Fence"/>s that all ranks call; between <see cref="Lock"/> and <see cref="Unlock"/> that one rank calls;
/// or between <see cref="Start"/> and <see cref="Complete"/> on one side, <see cref="Post"/> and <see cref="Wait"/> on the other.</para>
/// <para>What is put has arrived, and what is got is there, when the epoch ends, or at a <see cref="Flush"/> within one of locks. Until then the
/// buffers belong to the window, which keeps them pinned. <b>Misuse</b>: to read a buffer right after <see cref="Get(Memory{T}, int, long)"/>.</para>
/// <para>Disposing is collective.</para>
/// </remarks>
public sealed unsafe class Window<T> : IDisposable where T : unmanaged
{
    readonly WindowTransport window;
    readonly List<(int Target, MemoryHandle Pin)> pins = [];
    readonly int rank;

    internal Window(ICommunicator comm, int length, bool shared)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        var maker = comm as IWindowMaker ?? throw new MpiException(MpiErrorClass.UnsupportedOperation, $"{comm.Environment.Library} has no windows.");
        rank = comm.Rank;
        window = maker.CreateWindow((long)length * sizeof(T), sizeof(T), shared);
        Local.Clear();
        comm.Barrier();
    }

    /// <summary>This rank's own memory.</summary>
    public Span<T> Local => Of(rank);

    /// <summary>Another rank's memory, in a shared window. What it wrote is there after a <see cref="Fence"/>, or a message and a <see cref="Sync"/>.</summary>
    /// <exception cref="MpiException">The window is not shared.</exception>
    public Span<T> Shared(int rank) => Of(rank);

    /// <summary>Writes elements to another rank's memory.</summary>
    /// <param name="values">What; must not change until the epoch ends.</param>
    /// <param name="target">Whose memory.</param>
    /// <param name="offset">Where in it, in elements.</param>
    public void Put(ReadOnlyMemory<T> values, int target, long offset = 0) => window.Put(Pin(values, target), target, offset);

    /// <summary>Writes one value to another rank's memory.</summary>
    public void Put(T value, int target, long offset = 0) => Put(new[] { value }.AsMemory(), target, offset);

    /// <summary>Reads elements of another rank's memory.</summary>
    /// <param name="values">Where to; filled when the epoch ends.</param>
    /// <param name="target">Whose memory.</param>
    /// <param name="offset">Where in it, in elements.</param>
    public void Get(Memory<T> values, int target, long offset = 0) => window.Get(Pin(values, target), target, offset);

    /// <summary>Reads one value, at once. Within a lock.</summary>
    public T Get(int target, long offset = 0)
    {
        T value;
        window.Get(Of(&value), target, offset);
        window.Flush(target);
        return value;
    }

    /// <summary>Combines elements with those of another rank's memory; each element as a whole, whoever else accumulates.</summary>
    /// <param name="values">What; must not change until the epoch ends.</param>
    /// <param name="target">Whose memory.</param>
    /// <param name="offset">Where in it, in elements.</param>
    /// <param name="op">How; one of the standard's.</param>
    public void Accumulate(ReadOnlyMemory<T> values, int target, long offset, Op op)
    {
        CheckOp(op);
        window.Accumulate(Pin(values, target), target, offset, op);
    }

    /// <summary>Combines one value with one of another rank's memory.</summary>
    public void Accumulate(T value, int target, long offset, Op op) => Accumulate(new[] { value }.AsMemory(), target, offset, op);

    /// <summary>Combines elements, and reads what was there before, in one step.</summary>
    public void GetAccumulate(ReadOnlyMemory<T> values, Memory<T> before, int target, long offset, Op op)
    {
        CheckOp(op);
        if (values.Length != before.Length) throw new ArgumentException($"There are {values.Length} values, and place for {before.Length} that were there before.");
        window.GetAccumulate(Pin(values, target), Pin(before, target), target, offset, op);
    }

    /// <summary>Combines one value, and returns what was there before, in one step: a counter that ranks share. Within a lock.</summary>
    public T FetchAndOp(T value, int target, long offset, Op op)
    {
        CheckOp(op);
        T before;
        window.GetAccumulate(Of(&value), Of(&before), target, offset, op);
        window.Flush(target);
        return before;
    }

    /// <summary>Writes a value if the expected one is there, and returns what was there, in one step. Within a lock; integers only.</summary>
    public T CompareAndSwap(T value, T expected, int target, long offset)
    {
        T before;
        window.CompareAndSwap(Of(&value), Of(&expected), Of(&before), target, offset);
        window.Flush(target);
        return before;
    }

    /// <summary>Ends an epoch and begins the next, on all ranks.</summary>
    public void Fence()
    {
        window.Fence();
        Release(null);
    }

    /// <summary>Begins an epoch with one rank's memory.</summary>
    public void Lock(LockType type, int target) => window.Lock(type, target);

    /// <summary>Ends it: all that this rank put is there.</summary>
    public void Unlock(int target)
    {
        window.Unlock(target);
        Release(target);
    }

    /// <summary>Begins an epoch with all ranks' memory, with shared locks.</summary>
    public void LockAll() => window.LockAll();

    /// <summary>Ends it.</summary>
    public void UnlockAll()
    {
        window.UnlockAll();
        Release(null);
    }

    /// <summary>Waits, within a lock, until what was put to a rank, or got from it, is there.</summary>
    public void Flush(int target)
    {
        window.Flush(target);
        Release(target);
    }

    /// <summary>Makes what others wrote to this machine's memory visible here, and the other way round.</summary>
    public void Sync() => window.Sync();

    /// <summary>Opens this rank's memory to some ranks.</summary>
    public void Post(params ReadOnlySpan<int> origins) => window.Post(origins);

    /// <summary>Begins an epoch with some ranks' memory, which they have to post.</summary>
    public void Start(params ReadOnlySpan<int> targets) => window.Start(targets);

    /// <summary>Ends what <see cref="Start"/> began.</summary>
    public void Complete()
    {
        window.Complete();
        Release(null);
    }

    /// <summary>Waits until all that this rank's memory was opened to have completed.</summary>
    public void Wait() => window.Wait();

    /// <inheritdoc/>
    public void Dispose()
    {
        window.Dispose();
        Release(null);
    }

    static MessageBuffer Of(T* value) => new((nint)value, 1, Datatype.Of<T>());

    static void CheckOp(Op op)
    {
        if (op.Kind == OpKind.User)
            throw new MpiException(MpiErrorClass.Op, "Windows take the standard's operations only: the rank whose memory it is runs no code of yours. Use CompareAndSwap in a loop.");
        if (op.Kind is not (OpKind.Replace or OpKind.NoOp)) Call.CheckOp(op, Datatype.Of<T>());
    }

    Span<T> Of(int rank)
    {
        var (address, bytes) = window.Segment(rank);
        return new((void*)address, checked((int)(bytes / Unsafe.SizeOf<T>())));
    }

    MessageBuffer Pin(ReadOnlyMemory<T> memory, int target)
    {
        var pin = memory.Pin();
        pins.Add((target, pin));
        return new((nint)pin.Pointer, memory.Length, Datatype.Of<T>());
    }

    void Release(int? target)
    {
        for (var i = pins.Count - 1; i >= 0; i--)
        {
            if (target is not null && pins[i].Target != target) continue;
            pins[i].Pin.Dispose();
            pins.RemoveAt(i);
        }
    }
}

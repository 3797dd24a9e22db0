using LearningKit.Processes.Segments;
using LearningKit.Shipping;

namespace LearningKit.Processes;

/// <summary>A lock between processes: one holder at a time, whichever thread of whichever process. Python's multiprocessing.Lock.</summary>
/// <example>
/// <code>
/// using var gate = new SharedLock();
/// pool.Map(row =>
/// {
///     using (gate.Enter())
///         total.Span[0] += row.Sum();
///     return row.Length;
/// }, rows);
/// </code>
/// </example>
/// <remarks>
/// <para>A process that ends while it holds the lock, even by kill -9, has released it: the next to enter gets it within a tenth
/// of a second and is told by <see cref="Holder.WasAbandoned"/>, because what the lock protects may be half changed.</para>
/// <para>Not recursive: a thread that enters twice is refused. Not fair: who waits longest is not always next. The compiler keeps
/// a holder from leaving its thread and from living across an await.</para>
/// <para>Entering a free lock and leaving it costs well under a microsecond and no system call.</para>
/// </remarks>
public sealed unsafe class SharedLock : SharedObject, IReopenable<SharedLock>
{
    const string Kind = nameof(SharedLock);

    long turns;         // how often it was entered here; changed by the holder alone
    long turn;          // which of these holds it now; 0 for none
    int holdingThread;  // 0 for none; a thread can only find its own number here if it wrote it

    SharedLock(SharedSegment segment)
        : base(segment, Kind) { }

    /// <summary>Makes a lock that is free.</summary>
    public SharedLock()
        : this(SharedSegment.Create(Kind, Gate.Size)) => SharedRegistry.Add(this);

    /// <summary>Waits for the lock. Disposing of what this returns gives it back.</summary>
    /// <exception cref="LockRecursionException">The calling thread holds it already.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public Holder Enter(CancellationToken cancel = default) => TryEnter(Timeout.InfiniteTimeSpan, cancel);

    /// <summary>Waits for the lock, but not longer than that; <see cref="Holder.IsHeld"/> tells whether it was got.</summary>
    /// <inheritdoc cref="Enter"/>
    public Holder TryEnter(TimeSpan timeout, CancellationToken cancel = default)
    {
        if (Volatile.Read(ref holdingThread) == Environment.CurrentManagedThreadId)
            throw new LockRecursionException("This thread holds the lock already and would wait for itself forever. Leave it first, or move what needs it twice into one block.");
        var access = Use();     // kept until the lock is given back: disposing of the lock in between is harmless
        try
        {
            if (new Gate(access.Body).Take(timeout, cancel, out var dead))
            {
                Volatile.Write(ref holdingThread, Environment.CurrentManagedThreadId);
                Volatile.Write(ref turn, ++turns);
                return new(this, access, turns, dead != default);
            }
        }
        catch
        {
            access.Dispose();
            throw;
        }
        access.Dispose();
        return default;
    }

    /// <inheritdoc/>
    public static SharedLock Open(string address) => SharedRegistry.Open(address, Kind, static (segment, _) => new SharedLock(segment));

    /// <summary>Whoever has the lock, until disposed of.</summary>
    public readonly ref struct Holder : IDisposable
    {
        readonly SharedLock? owner;
        readonly SharedSegment.Access access;
        readonly long turn;

        internal Holder(SharedLock owner, SharedSegment.Access access, long turn, bool abandoned)
        {
            (this.owner, this.turn, WasAbandoned) = (owner, turn, abandoned);
            this.access = access;
        }

        /// <summary>True if the lock was got; false if time ran out.</summary>
        public bool IsHeld => owner is not null;

        /// <summary>True if the last holder's process ended without giving the lock back: look at what it may have left half done.</summary>
        public bool WasAbandoned { get; }

        /// <summary>Gives the lock back. Nothing happens the second time, or if it was not got.</summary>
        public void Dispose()
        {
            if (owner is null || Interlocked.CompareExchange(ref owner.turn, 0, turn) != turn) return;
            Volatile.Write(ref owner.holdingThread, 0);
            new Gate(access.Body).Leave();
            access.Dispose();
        }
    }
}

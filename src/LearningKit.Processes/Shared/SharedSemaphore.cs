using LearningKit.Processes.Segments;
using LearningKit.Shipping;

namespace LearningKit.Processes;

/// <summary>A number of permits that processes share: so many of them, and no more, do something at the same time.</summary>
/// <example>
/// <code>
/// using var licences = new SharedSemaphore(2);
/// pool.Map(job =>
/// {
///     using (licences.Enter())
///         return Simulate(job);       // in two processes at most
/// }, jobs);
/// </code>
/// </example>
/// <remarks>
/// <para>A permit belongs to the process that took it. One that ends with permits, even by kill -9, has given them back: who waits
/// gets them within a tenth of a second. So permits are never lost, and only who took one can give it back; to tell others that
/// something is ready, use a <see cref="SharedEvent"/> or a <see cref="SharedQueue{T}"/>.</para>
/// <para>Thread-safe. A permit may be given back by another thread than took it, and may live across an await.</para>
/// <para>Cost: taking a permit looks at them one after the other until it finds a free one.</para>
/// </remarks>
public sealed unsafe class SharedSemaphore : SharedObject, IReopenable<SharedSemaphore>
{
    /// <summary>The most permits that a semaphore can have.</summary>
    public const int MostPermits = 1024;

    const string Kind = nameof(SharedSemaphore);

    SharedSemaphore(SharedSegment segment)
        : base(segment, Kind) => Permits = (int)((BodySize - WaitPoint.Size) / sizeof(long));

    /// <summary>Makes a semaphore whose permits are all free.</summary>
    /// <param name="permits">How many there are: 1 to <see cref="MostPermits"/>.</param>
    public SharedSemaphore(int permits)
        : this(SharedSegment.Create(Kind, SizeOf(permits))) => SharedRegistry.Add(this);

    /// <summary>How many permits there are in all.</summary>
    public int Permits { get; }

    /// <summary>How many are free at this moment. Those of processes that were killed count when somebody has asked for them.</summary>
    public int Available
    {
        get
        {
            using var access = Use();
            var free = 0;
            for (var i = 0; i < Permits; i++)
                if (Volatile.Read(ref HoldersIn(access)[i]) == 0) free++;
            return free;
        }
    }

    /// <summary>Waits for a permit. Disposing of it gives it back.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public Permit Enter(CancellationToken cancel = default) => TryEnter(Timeout.InfiniteTimeSpan, cancel)!;

    /// <summary>Waits for a permit, but not longer than that; null if time ran out.</summary>
    /// <inheritdoc cref="Enter"/>
    public Permit? TryEnter(TimeSpan timeout, CancellationToken cancel = default)
    {
        var access = Use();     // kept until the permit is given back
        var taken = -1;
        try
        {
            if (new WaitPoint(access.Body).Wait(lookForDead => TryTake(access, lookForDead, out taken), timeout, cancel)) return new(access, taken);
        }
        catch
        {
            access.Dispose();
            throw;
        }
        access.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public static SharedSemaphore Open(string address) => SharedRegistry.Open(address, Kind, static (segment, _) => new SharedSemaphore(segment));

    /// <summary>Each permit is a word that names its holder: taking it from nobody or from the dead is one step, so none is ever lost or doubled.</summary>
    bool TryTake(SharedSegment.Access access, bool lookForDead, out int taken)
    {
        var holders = HoldersIn(access);
        for (taken = 0; taken < Permits; taken++)
        {
            var holder = Volatile.Read(ref holders[taken]);
            if ((holder == 0 || lookForDead && !new ProcessIdentity(holder).IsAlive)
                && Interlocked.CompareExchange(ref holders[taken], ProcessIdentity.Current.Code, holder) == holder) return true;
        }
        return false;
    }

    static long* HoldersIn(SharedSegment.Access access) => (long*)(access.Body + WaitPoint.Size);

    static long SizeOf(int permits) => permits is >= 1 and <= MostPermits
        ? WaitPoint.Size + (long)permits * sizeof(long)
        : throw new ArgumentOutOfRangeException(nameof(permits), permits, $"A semaphore has from 1 to {MostPermits} permits.");

    /// <summary>The right to go on, until disposed of.</summary>
    public sealed class Permit : IDisposable
    {
        readonly SharedSegment.Access access;
        readonly int index;
        bool returned;

        internal Permit(SharedSegment.Access access, int index) => (this.access, this.index) = (access, index);

        /// <summary>Gives the permit back. Nothing happens the second time.</summary>
        public void Dispose()
        {
            if (Interlocked.Exchange(ref returned, true)) return;
            Interlocked.Exchange(ref HoldersIn(access)[index], 0);
            new WaitPoint(access.Body).Wake(1);
            access.Dispose();
        }
    }
}

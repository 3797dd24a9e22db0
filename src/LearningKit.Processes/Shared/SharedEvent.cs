using LearningKit.Processes.Segments;
using LearningKit.Shipping;

namespace LearningKit.Processes;

/// <summary>A sign that one process gives and all others see: it stays set until it is reset. A ManualResetEvent between processes.</summary>
/// <example>
/// <code>
/// using var start = new SharedEvent();
/// var times = pool.MapAsync(i => { start.Wait(); return Race(i); }, Enumerable.Range(0, 2));
/// start.Set();
/// </code>
/// </example>
/// <remarks>Thread-safe. Whoever waits when it is set goes on, even if it is reset at once.</remarks>
public sealed unsafe class SharedEvent : SharedObject, IReopenable<SharedEvent>
{
    const string Kind = nameof(SharedEvent);

    // One word: bit 0 says whether it is set, the rest counts how often it was. Who waits for either to change misses no Set.
    const int StateAt = WaitPoint.Size;

    SharedEvent(SharedSegment segment)
        : base(segment, Kind) { }

    /// <summary>Makes an event.</summary>
    /// <param name="isSet">Whether it begins set.</param>
    public SharedEvent(bool isSet = false)
        : this(SharedSegment.Create(Kind, StateAt + sizeof(long)))
    {
        SharedRegistry.Add(this);
        if (isSet) Set();
    }

    /// <summary>Whether it is set at this moment.</summary>
    public bool IsSet
    {
        get
        {
            using var access = Use();
            return IsSetIn(Volatile.Read(ref StateIn(access)));
        }
    }

    /// <summary>How many may be asleep until it is set: for tests.</summary>
    internal int Waiting
    {
        get
        {
            using var access = Use();
            return new WaitPoint(access.Body).Waiting;
        }
    }

    /// <summary>Sets it: all who wait go on, and nobody waits until it is reset.</summary>
    public void Set()
    {
        using var access = Use();
        for (var seen = Volatile.Read(ref StateIn(access)); !IsSetIn(seen);)
        {
            var found = Interlocked.CompareExchange(ref StateIn(access), seen + 3, seen);   // one more time, and set
            if (found == seen) break;
            seen = found;
        }
        // Also by one who found it set: who set it may have been killed before this line.
        new WaitPoint(access.Body).Wake(int.MaxValue);
    }

    /// <summary>Resets it: who comes from now on waits.</summary>
    public void Reset()
    {
        using var access = Use();
        Interlocked.And(ref StateIn(access), ~1L);
    }

    /// <summary>Waits until it is set.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public void Wait(CancellationToken cancel = default) => Wait(Timeout.InfiniteTimeSpan, cancel);

    /// <summary>Waits until it is set, but not longer than that.</summary>
    /// <returns>False if time ran out.</returns>
    /// <inheritdoc cref="Wait(CancellationToken)"/>
    public bool Wait(TimeSpan timeout, CancellationToken cancel = default)
    {
        using var access = Use();
        var before = Volatile.Read(ref StateIn(access)) >> 1;
        return new WaitPoint(access.Body).Wait(_ => Volatile.Read(ref StateIn(access)) is var now && (IsSetIn(now) || now >> 1 != before), timeout, cancel);
    }

    /// <inheritdoc/>
    public static SharedEvent Open(string address) => SharedRegistry.Open(address, Kind, static (segment, _) => new SharedEvent(segment));

    static ref long StateIn(SharedSegment.Access access) => ref *(long*)(access.Body + StateAt);

    static bool IsSetIn(long state) => (state & 1) != 0;
}

using System.Runtime.InteropServices;

namespace LearningKit.Engines;

/// <summary>
/// A number that one thread advances and others wait for: they spin for a moment, then park until it moves.
/// An event count, after the eventcount of Reed and Kanodia (1979).
/// </summary>
/// <param name="spins">How many times to look before parking; 0 parks at once.</param>
/// <remarks>
/// Nobody is forgotten: a waiter announces itself in <see cref="parked"/> and then looks at the number again, the thread
/// that advances moves the number and then looks at <see cref="parked"/>, and a full fence stands between the two steps
/// of each. So at least one of them sees the other.
/// </remarks>
sealed class Signal(int spins)
{
    readonly object gate = new();
    PaddedInt value;
    PaddedInt parked;

    /// <summary>The number as it is now.</summary>
    public int Value => Volatile.Read(ref value.Item);

    /// <summary>Moves the number to <paramref name="next"/> and wakes whoever parked. Writes made before are seen by them.</summary>
    public void Advance(int next)
    {
        Interlocked.Exchange(ref value.Item, next);   // a full fence: see the remarks
        if (Volatile.Read(ref parked.Item) == 0) return;
        lock (gate) Monitor.PulseAll(gate);
    }

    /// <summary>Returns the number once it differs from <paramref name="seen"/>.</summary>
    public int WaitWhile(int seen)
    {
        for (var spin = 0; spin < spins; spin++)
        {
            if (Value != seen) return Value;
            Thread.SpinWait(1);
        }
        lock (gate)
        {
            Interlocked.Increment(ref parked.Item);
            while (Value == seen) Monitor.Wait(gate);
            Interlocked.Decrement(ref parked.Item);
        }
        return Value;
    }

    /// <summary>A number alone on its cache line (and on the neighbour that processors fetch along with it).</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    struct PaddedInt
    {
        [FieldOffset(128)] public int Item;
    }
}

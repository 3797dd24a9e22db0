namespace LearningKit.Processes.Segments;

/// <summary>
/// Where threads of several processes wait for a change in shared memory: a count of changes to sleep on, and a count of those
/// who may be asleep, so that nobody makes a system call for nobody. The README says why no wake-up is lost.
/// </summary>
/// <param name="at">128 bytes of shared memory, zero at first.</param>
readonly unsafe struct WaitPoint(byte* at)
{
    public const int Size = 128;

    /// <summary>How long anybody sleeps before it looks for the dead: so long may a death stay unnoticed.</summary>
    public const int Slice = 50;

    // Parking and waking cost about 50 us; looking for a fifth of that catches what is short, and costs little when it is not.
    const int Spins = 250;

    readonly int* moves = (int*)at;
    readonly int* waiting = (int*)(at + sizeof(int));

    /// <summary>How many have announced that they may go to sleep.</summary>
    public int Waiting => Volatile.Read(ref *waiting);

    /// <summary>Waits until an attempt succeeds.</summary>
    /// <param name="attempt">
    /// Tries to get what is waited for. Is told whether to look for dead processes, which costs: before the first sleep and
    /// after every <see cref="Slice"/>.
    /// </param>
    /// <param name="timeout">How long; zero tries once, <see cref="Timeout.InfiniteTimeSpan"/> waits as long as it takes.</param>
    /// <param name="cancel">Ends the wait at once.</param>
    /// <param name="peek">Tells whether an attempt may succeed, where attempts are not cheap: they may wait for a gate.</param>
    /// <returns>False if time ran out.</returns>
    public bool Wait(Func<bool, bool> attempt, TimeSpan timeout, CancellationToken cancel, Func<bool>? peek = null)
    {
        cancel.ThrowIfCancellationRequested();
        var deadline = Deadline(timeout);
        var looks = timeout == TimeSpan.Zero || Environment.ProcessorCount == 1 ? 1 : Spins;
        for (var spin = 0; spin < looks; spin++)
        {
            if (peek is null || peek())
            {
                if (attempt(false)) return true;
                if (peek is not null) break;
            }
            Thread.SpinWait(1);
        }
        Interlocked.Increment(ref *waiting);    // a full fence: announced, then looked
        var succeeded = false;
        try
        {
            using var registration = cancel.UnsafeRegister(static point => ((WaitPoint)point!).WakeAlways(), this);
            for (long now = Environment.TickCount64, looked = now - Slice; ; now = Environment.TickCount64)
            {
                var seen = Volatile.Read(ref *moves);
                cancel.ThrowIfCancellationRequested();
                var look = now - looked >= Slice;
                if (succeeded = attempt(look)) return true;
                if (look) looked = now;
                if (now >= deadline) return false;
                Futex.Wait(moves, seen, (int)Math.Min(Slice, deadline - now));
            }
        }
        finally
        {
            Interlocked.Decrement(ref *waiting);
            if (!succeeded) Wake(1);    // it may have been woken for what it no longer wants
        }
    }

    /// <summary>Tells of a change that was made by an interlocked operation. Wakes so many waiters; costs a read if there are none.</summary>
    public void Wake(int count)
    {
        if (Waiting != 0) WakeAlways(count);
    }

    void WakeAlways(int count = int.MaxValue)
    {
        Interlocked.Increment(ref *moves);
        Futex.Wake(moves, count);
    }

    static long Deadline(TimeSpan timeout)
    {
        if (timeout == Timeout.InfiniteTimeSpan) return long.MaxValue;
        if (timeout < TimeSpan.Zero || timeout.TotalMilliseconds > int.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(timeout), timeout, $"A time to wait is from zero to {int.MaxValue} milliseconds, or Timeout.InfiniteTimeSpan.");
        return Environment.TickCount64 + (long)Math.Ceiling(timeout.TotalMilliseconds);
    }
}

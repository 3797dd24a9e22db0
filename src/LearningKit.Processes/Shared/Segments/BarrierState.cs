namespace LearningKit.Processes.Segments;

/// <summary>A barrier in shared memory: who has arrived in this phase, and who took part in the last.</summary>
/// <remarks>
/// All is changed under the gate. One who dies there may leave it half changed, but that is a participant that has died, so the
/// barrier is broken: nothing has to be repaired.
/// </remarks>
/// <param name="at">The body of the segment.</param>
/// <param name="participants">How many must arrive.</param>
readonly unsafe struct BarrierState(byte* at, int participants)
{
    /// <summary>Bytes before the two lists of participants.</summary>
    public const int Size = Gate.Size + WaitPoint.Size + 128;

    readonly Gate gate = new(at);
    readonly WaitPoint waiters = new(at + Gate.Size);
    readonly long* phase = (long*)(at + Gate.Size + WaitPoint.Size);
    readonly long* dead = (long*)(at + Gate.Size + WaitPoint.Size) + 1;      // whose end broke the barrier; 0 if it is whole
    readonly long* arrived = (long*)(at + Gate.Size + WaitPoint.Size) + 2;   // how many of the list below
    readonly long* looked = (long*)(at + Gate.Size + WaitPoint.Size) + 3;    // when somebody last looked for the dead, in ms
    readonly long* arrivals = (long*)(at + Size);
    readonly long* members = (long*)(at + Size) + participants;              // who completed the last phase

    /// <summary>How many phases are completed.</summary>
    public long Phase => Volatile.Read(ref *phase);

    /// <summary>How many have arrived in this phase.</summary>
    public int Arrived => (int)Volatile.Read(ref *arrived);

    /// <summary>Counts an arrival of this process. The last one completes the phase.</summary>
    /// <returns>The phase in which it arrived.</returns>
    public long Arrive()
    {
        TakeGate();
        var mine = *phase;
        var completes = *arrived == participants - 1;
        try
        {
            ThrowIfBroken();
            arrivals[(*arrived)++] = ProcessIdentity.Current.Code;
            if (completes)
            {
                new Span<long>(arrivals, participants).CopyTo(new(members, participants));
                *arrived = 0;
                Volatile.Write(ref *phase, mine + 1);
            }
            return mine;
        }
        finally
        {
            gate.Leave();   // a full fence between the new phase and the look for waiters
            if (completes) waiters.Wake(int.MaxValue);
        }
    }

    /// <summary>Waits until a phase is completed. False if time ran out.</summary>
    public bool Wait(long mine, TimeSpan timeout, CancellationToken cancel)
    {
        var self = this;
        return waiters.Wait(lookForDead => self.IsOver(mine, lookForDead), timeout, cancel);
    }

    /// <summary>Takes an arrival back. False if the phase was completed in between.</summary>
    public bool TakeBack(long mine)
    {
        TakeGate();
        try
        {
            if (*phase != mine) return false;
            if (*dead != 0) return true;
            var last = --*arrived;
            var index = new Span<long>(arrivals, (int)last + 1).IndexOf(ProcessIdentity.Current.Code);
            arrivals[index] = arrivals[last];
            return true;
        }
        finally
        {
            gate.Leave();
        }
    }

    bool IsOver(long mine, bool lookForDead)
    {
        if (Phase != mine) return true;
        if (Volatile.Read(ref *dead) == 0 && !lookForDead) return false;
        TakeGate();
        try
        {
            if (*phase != mine) return true;    // completed before it was broken
            if (*dead == 0 && Environment.TickCount64 - *looked >= WaitPoint.Slice) *dead = FindDead();    // one of all who wait looks
            ThrowIfBroken();
            return false;
        }
        finally
        {
            gate.Leave();
            if (Volatile.Read(ref *dead) != 0) waiters.Wake(int.MaxValue);
        }
    }

    /// <summary>
    /// Somebody who must come and cannot: one who has arrived in this phase, for it will miss the next; or a member of the last
    /// phase, if others of it go on. (If none does, a new group uses the barrier: the old one may have ended long ago.)
    /// </summary>
    long FindDead()
    {
        *looked = Environment.TickCount64;
        var here = new ReadOnlySpan<long>(arrivals, (int)*arrived);
        var last = *phase == 0 ? [] : new ReadOnlySpan<long>(members, participants);
        return FirstDead(here) is var gone and not 0 ? gone : here.IndexOfAny(last) >= 0 ? FirstDead(last) : 0;
    }

    static long FirstDead(ReadOnlySpan<long> processes)
    {
        foreach (var process in processes)
            if (!new ProcessIdentity(process).IsAlive) return process;
        return 0;
    }

    void TakeGate()
    {
        gate.Take(Timeout.InfiniteTimeSpan, default, out var ended);
        if (ended != default && *dead == 0) *dead = ended.Code;
    }

    void ThrowIfBroken()
    {
        if (*dead != 0) throw new BrokenBarrierException(new ProcessIdentity(*dead).ProcessId, *phase);
    }
}

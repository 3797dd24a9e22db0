namespace LearningKit.Processes.Segments;

/// <summary>Mutual exclusion in shared memory. A gate whose holder has ended, however it ended, is open to the next.</summary>
/// <param name="at">256 bytes of shared memory, zero at first: who holds it, and where others wait, each on its own cache lines.</param>
readonly unsafe struct Gate(byte* at)
{
    public const int Size = 128 + WaitPoint.Size;

    readonly long* holder = (long*)at;
    readonly WaitPoint waiters = new(at + 128);

    /// <summary>Takes it if it is free.</summary>
    public bool TryTake() => Interlocked.CompareExchange(ref *holder, ProcessIdentity.Current.Code, 0) == 0;

    /// <summary>Waits for it.</summary>
    /// <param name="timeout">How long.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <param name="dead">The process that it was taken from because it ended while it held it: what it protects may be half changed. Else nobody.</param>
    /// <returns>False if time ran out.</returns>
    public bool Take(TimeSpan timeout, CancellationToken cancel, out ProcessIdentity dead)
    {
        dead = default;
        return TryTake() || Wait(timeout, cancel, out dead);
    }

    /// <summary>Gives it back.</summary>
    public void Leave()
    {
        Interlocked.Exchange(ref *holder, 0);   // a full fence: free, then looked who waits
        waiters.Wake(1);
    }

    bool Wait(TimeSpan timeout, CancellationToken cancel, out ProcessIdentity dead)
    {
        var self = this;
        ProcessIdentity ended = default;
        var taken = waiters.Wait(lookForDead => self.TryTake() || lookForDead && self.TryInherit(out ended), timeout, cancel);
        dead = ended;
        return taken;
    }

    /// <summary>Exactly one of those who try gets it from the dead: the exchange succeeds only while the word still names the dead.</summary>
    bool TryInherit(out ProcessIdentity dead)
    {
        var owner = new ProcessIdentity(Volatile.Read(ref *holder));
        var inherited = owner != default && !owner.IsAlive && Interlocked.CompareExchange(ref *holder, ProcessIdentity.Current.Code, owner.Code) == owner.Code;
        dead = inherited ? owner : default;
        return inherited;
    }
}

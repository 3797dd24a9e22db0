namespace LearningKit.Processes.Segments;

/// <summary>
/// A bounded queue of items of any length in shared memory: a ring of bytes under a gate. An item is there or it is not,
/// wherever its writer was killed: the state is written beside the one that counts, then one word says which counts.
/// </summary>
/// <remarks>The README has the layout and says why nothing is lost.</remarks>
/// <param name="at">Shared memory of <see cref="SizeOf"/> bytes.</param>
readonly unsafe struct ItemRing(byte* at)
{
    const int ReadersAt = Gate.Size, WritersAt = ReadersAt + WaitPoint.Size, FixedAt = WritersAt + WaitPoint.Size, VersionAt = FixedAt + 128;
    const int StatesAt = VersionAt + 128, ItemsAt = StatesAt + 256, StateSize = 128;
    const int Alignment = sizeof(long);

    /// <summary>What tests stop a process at: told "written" and "read", between the copy of an item and the step that makes it count.</summary>
    internal static Action<string>? Reached;

    readonly Gate gate = new(at);
    readonly WaitPoint readers = new(at + ReadersAt);
    readonly WaitPoint writers = new(at + WritersAt);
    readonly long* limits = (long*)(at + FixedAt);      // items, bytes
    readonly long* version = (long*)(at + VersionAt);
    readonly byte* states = at + StatesAt;              // two: the one of an even version, the one of an odd
    readonly byte* items = at + ItemsAt;

    /// <summary>How many bytes of shared memory a ring takes.</summary>
    public static long SizeOf(long room) => ItemsAt + RoundUp(room);

    /// <summary>The bytes of a ring that an item takes.</summary>
    public static long RoomOf(long itemLength) => sizeof(long) + RoundUp(itemLength);

    /// <summary>How many items there are.</summary>
    public int Count
    {
        get
        {
            var state = Now;
            return (int)Math.Max(0, state.Added - state.Taken);     // of two moments, if somebody is at work
        }
    }

    /// <summary>True if nothing can be added any more.</summary>
    public bool IsCompleted => Now.Completed;

    /// <summary>How many items it takes at most.</summary>
    public long Capacity => limits[0];

    /// <summary>How many bytes of items it takes at most.</summary>
    public long Room => limits[1];

    /// <summary>Makes an empty ring of memory that is zero.</summary>
    public void Initialize(long capacity, long room) => (limits[0], limits[1]) = (capacity, RoundUp(room));

    /// <summary>Adds an item, if it has room within that time.</summary>
    /// <param name="item">Its bytes: not more than <see cref="Room"/> with their length.</param>
    /// <param name="timeout">How long to wait for room.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <param name="look">Called in a long wait from time to time; throws to end it.</param>
    /// <exception cref="InvalidOperationException">It is completed.</exception>
    public bool TryAdd(ReadOnlyMemory<byte> item, TimeSpan timeout, CancellationToken cancel, Action? look = null)
    {
        var self = this;
        return writers.Wait(
            lookForDead =>
            {
                if (lookForDead) look?.Invoke();
                return self.TryAdd(item.Span, cancel);
            },
            timeout,
            cancel,
            peek: () => self.HasRoom(self.Now, item.Length));
    }

    /// <summary>Takes the oldest item, if there comes one within that time.</summary>
    /// <param name="item">Its bytes, or null: time ran out, or none will come any more.</param>
    /// <param name="timeout">How long to wait for one.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <param name="look">Called in a long wait from time to time; throws to end it.</param>
    public bool TryTake(out byte[]? item, TimeSpan timeout, CancellationToken cancel, Action? look = null)
    {
        var self = this;
        byte[]? taken = null;
        readers.Wait(
            lookForDead =>
            {
                if (self.TryTake(out taken, cancel)) return true;
                if (lookForDead) look?.Invoke();
                return false;
            },
            timeout,
            cancel,
            peek: () => self.MayBeSettled);
        item = taken;
        return taken is not null;
    }

    /// <summary>Lets nothing be added any more.</summary>
    public void Complete()
    {
        gate.Take(Timeout.InfiniteTimeSpan, default, out _);
        Commit(Now with { Completed = true });
        gate.Leave();
        readers.Wake(int.MaxValue);
        writers.Wake(int.MaxValue);
    }

    bool TryAdd(ReadOnlySpan<byte> item, CancellationToken cancel)
    {
        if (!HasRoom(Now, item.Length) || !TakeGate(cancel)) return false;
        var state = Now;
        try
        {
            if (state.Completed) throw new InvalidOperationException("The queue is completed: nothing can be added any more.");
            if (!HasRoom(state, item.Length)) return false;
            *(long*)(items + (state.Tail % Room)) = item.Length;    // whole: positions and Room are multiples of 8
            var start = (state.Tail + sizeof(long)) % Room;
            var first = (int)Math.Min(item.Length, Room - start);
            item[..first].CopyTo(new(items + start, first));
            item[first..].CopyTo(new(items, item.Length - first));
            Reached?.Invoke("written");
            Commit(state with { Tail = state.Tail + RoomOf(item.Length), Added = state.Added + 1 });
        }
        finally
        {
            gate.Leave();
        }
        readers.Wake(1);
        return true;
    }

    bool MayBeSettled => Now is var state && (state.Completed || state.Added != state.Taken);

    /// <summary>True with an item; also true, with none, if none will ever come.</summary>
    bool TryTake(out byte[]? item, CancellationToken cancel)
    {
        item = null;
        if (!MayBeSettled || !TakeGate(cancel)) return false;
        try
        {
            var state = Now;
            if (state.Added == state.Taken) return state.Completed;
            item = new byte[*(long*)(items + (state.Head % Room))];
            var start = (state.Head + sizeof(long)) % Room;
            var first = (int)Math.Min(item.Length, Room - start);
            new ReadOnlySpan<byte>(items + start, first).CopyTo(item);
            new ReadOnlySpan<byte>(items, item.Length - first).CopyTo(item.AsSpan(first));
            Reached?.Invoke("read");
            Commit(state with { Head = state.Head + RoomOf(item.Length), Taken = state.Taken + 1 });
        }
        finally
        {
            gate.Leave();
        }
        writers.Wake(int.MaxValue);     // all: the room may be enough for one of them and too little for another
        return true;
    }

    /// <summary>The state that counts. Exact under the gate; else perhaps a mix of two, good enough to see whether to come in.</summary>
    State Now => *(State*)(states + (StateSize * (Volatile.Read(ref *version) & 1)));

    /// <summary>
    /// Writes the next state beside the one that counts, then moves the version: one word, after all that it stands for (a
    /// volatile write comes after the writes before it). Whoever dies before has changed nothing.
    /// </summary>
    void Commit(State next)
    {
        var after = *version + 1;
        *(State*)(states + (StateSize * (after & 1))) = next;
        Volatile.Write(ref *version, after);
    }

    bool HasRoom(State state, long length) => state.Completed || state.Added - state.Taken < Capacity && state.Tail - state.Head + RoomOf(length) <= Room;

    // With patience: whoever waits for the gate still sees its own time run out.
    bool TakeGate(CancellationToken cancel) => gate.Take(TimeSpan.FromMilliseconds(WaitPoint.Slice), cancel, out _);

    static long RoundUp(long bytes) => (bytes + Alignment - 1) / Alignment * Alignment;

    /// <summary>Where the oldest item begins and where the next one goes, in bytes since the beginning; and how many there were.</summary>
    record struct State(long Head, long Tail, long Added, long Taken, bool Completed);
}

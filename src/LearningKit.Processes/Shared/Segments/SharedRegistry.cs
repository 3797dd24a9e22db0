namespace LearningKit.Processes.Segments;

/// <summary>
/// The shared objects that this process has open: the same address gives the same object again. It also says how long one lives
/// that nobody refers to and nobody has disposed of.
/// </summary>
/// <remarks>
/// One made here is kept once its address or its memory was handed out, until it is disposed of: whoever has the address must
/// find it. One made elsewhere is kept as long as its maker keeps it, which is looked at whenever another is opened: calls that
/// bring the same array again find it mapped, and a worker does not collect the arrays of all its calls.
/// </remarks>
static class SharedRegistry
{
    static readonly Lock gate = new();
    static readonly Dictionary<(UInt128 Key, int Side), Entry> entries = [];

    /// <summary>Adds one that was made here.</summary>
    public static void Add(SharedObject made)
    {
        lock (gate)
        {
            LetGo();
            entries.Add(made.Name, new(new(made)));
        }
    }

    /// <summary>Keeps one that was made here from being collected.</summary>
    public static void Keep(SharedObject made)
    {
        lock (gate)
            if (entries.TryGetValue(made.Name, out var entry)) entry.Kept = made;
    }

    /// <summary>Forgets one that is closed.</summary>
    public static void Remove(SharedObject closed)
    {
        lock (gate)
            if (entries.TryGetValue(closed.Name, out var entry) && (!entry.Object.TryGetTarget(out var other) || other == closed)) entries.Remove(closed.Name);
    }

    /// <summary>The object at an address: the one that is open here, or a new one.</summary>
    public static T Open<T>(string text, string contents, Func<SharedSegment, int, T> make, SegmentStore? store = null)
        where T : SharedObject
    {
        var address = SharedAddress.Parse(text);
        lock (gate)
        {
            if (entries.TryGetValue((address.Key, address.Side), out var entry) && entry.Object.TryGetTarget(out var known))
                return known as T ?? throw new IOException($"At this address is a {known.Contents}, not a {contents}.");
            LetGo();
            var segment = SharedSegment.Open(address, contents, store);
            var opened = make(segment, address.Side);
            entries[opened.Name] = new(new(opened)) { Kept = opened };
            return opened;
        }
    }

    /// <summary>Leaves to the garbage collector what was made elsewhere and is closed there, and forgets what it has collected.</summary>
    static void LetGo()
    {
        foreach (var (name, entry) in entries)
        {
            if (!entry.Object.TryGetTarget(out var target)) entries.Remove(name);
            else if (entry.Kept is not null && !target.IsMadeHere && !target.IsKeptByCreator) entry.Kept = null;
        }
    }

    sealed class Entry(WeakReference<SharedObject> target)
    {
        public WeakReference<SharedObject> Object { get; } = target;

        public SharedObject? Kept { get; set; }
    }
}

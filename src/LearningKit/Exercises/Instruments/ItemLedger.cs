namespace LearningKit.Exercises;

/// <summary>Proves that every item was handled exactly once: workers enter each item they handle, and the ledger is read at the end.</summary>
/// <remarks>Thread-safe. Holds one counter an item.</remarks>
/// <param name="count">How many items there are, numbered from 0.</param>
public sealed class ItemLedger(int count)
{
    readonly int[] entries = new int[count];
    int unknown;

    /// <summary>Enters one item.</summary>
    public void Enter(int item)
    {
        if ((uint)item < (uint)entries.Length) Interlocked.Increment(ref entries[item]);
        else Interlocked.Increment(ref unknown);
    }

    /// <summary>How many items there are.</summary>
    public int Count => entries.Length;

    /// <summary>Items that nobody handled.</summary>
    public IReadOnlyList<int> Missing => Where(times => times == 0);

    /// <summary>Items that were handled more than once.</summary>
    public IReadOnlyList<int> Repeated => Where(times => times > 1);

    /// <summary>How often an item was entered that does not exist.</summary>
    public int Unknown => Volatile.Read(ref unknown);

    /// <summary>True when every item was handled exactly once, and nothing else.</summary>
    public bool IsExact => Missing.Count == 0 && Repeated.Count == 0 && Unknown == 0;

    /// <summary>The state in words, for a check's message.</summary>
    public override string ToString()
    {
        if (IsExact) return $"each of the {Count} items was handled exactly once";
        var faults = new List<string>();
        if (Missing.Count > 0) faults.Add($"{Missing.Count} of {Count} items were never handled ({List(Missing)})");
        if (Repeated.Count > 0) faults.Add($"{Repeated.Count} were handled more than once ({List(Repeated)})");
        if (Unknown > 0) faults.Add($"items that do not exist were handled {Unknown} times");
        return string.Join("; ", faults);
    }

    static string List(IReadOnlyList<int> items) => string.Join(", ", items.Take(5)) + (items.Count > 5 ? ", ..." : "");

    List<int> Where(Func<int, bool> condition) => [.. Enumerable.Range(0, Count).Where(item => condition(Volatile.Read(ref entries[item])))];
}

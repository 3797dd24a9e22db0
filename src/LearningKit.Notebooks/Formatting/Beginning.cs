using System.Collections;
using System.Diagnostics;

namespace LearningKit.Notebooks.Formatting;

/// <summary>
/// The items of a sequence that are shown. It may be without end or compute each item for a minute: it is read once, no
/// further than shown, and not for long.
/// </summary>
/// <param name="Items">The first items.</param>
/// <param name="Rest">What there is beyond, for example "1,000 more"; null if these are all.</param>
sealed record Beginning(IReadOnlyList<object?> Items, string? Rest)
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(3);

    /// <summary>Reads the first items.</summary>
    public static Beginning Of(IEnumerable sequence, int limit)
    {
        var items = new List<object?>();
        var start = Stopwatch.GetTimestamp();
        foreach (var item in sequence)
        {
            if (items.Count == limit) return new(items, sequence is ICollection collection ? $"{collection.Count - limit:N0} more" : "more");
            items.Add(item);
            if (sequence is not ICollection && Stopwatch.GetElapsedTime(start) > patience) return new(items, "perhaps more: each item takes long to compute");
        }
        return new(items, null);
    }
}

namespace LearningKit.Charts;

/// <summary>Sequences that show how far they have been read.</summary>
public static class ProgressExtensions
{
    /// <summary>Hands on the items, and shows a <see cref="ProgressBar"/> that counts those whose turn is over.</summary>
    /// <param name="items">The items. Where their number is not known in advance, they are counted only.</param>
    /// <param name="label">What is being done.</param>
    /// <example><code>foreach (var size in sizes.WithProgress("Measuring")) results.Add(Measure(size));</code></example>
    public static IEnumerable<T> WithProgress<T>(this IEnumerable<T> items, string label = "Progress")
    {
        ArgumentNullException.ThrowIfNull(items);
        return Counted();

        IEnumerable<T> Counted()
        {
            var total = items.TryGetNonEnumeratedCount(out var known) ? known : (int?)null;
            using var bar = new ProgressBar(label, total is null ? null : 0);
            var done = 0;
            foreach (var item in items)
            {
                yield return item;
                done++;
                bar.Report(total is null ? null : (double)done / total, total is null ? $"{done:N0} done" : $"{done:N0} of {total:N0}");
            }
            if (total == 0) bar.Report(1, "0 of 0");
        }
    }
}

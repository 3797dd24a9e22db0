namespace LearningKit.Charts;

/// <summary>Leaves out points that nobody could tell apart, and never the extremes.</summary>
static class Thinning
{
    /// <summary>More points than this in one series are thinned out.</summary>
    public const int MostPoints = 2000;

    /// <summary>
    /// The indices to draw, in order: all when they are few; else the smallest and the largest value of each of
    /// <see cref="MostPoints"/> / 2 equal stretches, so that the outline stays what it was.
    /// </summary>
    public static IReadOnlyList<int> Indices(IReadOnlyList<double> values)
    {
        if (values.Count <= MostPoints) return [.. Enumerable.Range(0, values.Count)];
        var kept = new SortedSet<int> { 0, values.Count - 1 };
        const int Stretches = MostPoints / 2;
        for (var s = 0; s < Stretches; s++)
        {
            var first = (int)((long)values.Count * s / Stretches);
            var stretch = Enumerable.Range(first, (int)((long)values.Count * (s + 1) / Stretches) - first);
            kept.Add(stretch.MinBy(i => values[i]));
            kept.Add(stretch.MaxBy(i => values[i]));
        }
        return [.. kept];
    }

    /// <summary>What to say under the title; nothing when all points are drawn.</summary>
    public static IEnumerable<string> Remark(IEnumerable<int> counts)
    {
        var all = counts.Where(count => count > MostPoints).Sum(count => (long)count);
        if (all > 0) yield return $"Of {NumberText.Of(all)} points, each stretch's smallest and largest are drawn; figures are of all.";
    }
}

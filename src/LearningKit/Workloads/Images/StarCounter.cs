namespace LearningKit.Workloads;

/// <summary>
/// Finds patches of connected bright pixels, row by row: each run of bright pixels joins the patches of the runs above that
/// it touches (pixels that share a corner are connected). One row is held at a time, whatever the image's height.
/// </summary>
/// <remarks>
/// Two-pass connected-component labelling on runs, with union-find for patches that meet later (Rosenfeld and Pfaltz 1966).
/// A band's borders are left open; <see cref="Join"/> closes them as the rows inside were.
/// </remarks>
public sealed class StarCounter
{
    readonly byte threshold;
    readonly DisjointSets sets = new();
    readonly List<StarSpot> spots = [];
    List<StarRun> above = [];
    List<StarRun> current = [];
    StarRun[]? top;

    StarCounter(byte threshold) => this.threshold = threshold;

    /// <summary>Finds the stars of a grey image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="threshold">What is brighter belongs to a star.</param>
    /// <exception cref="ArgumentException">The image is in colour.</exception>
    public static StarCatalogue Count(RasterImage image, byte threshold = StarField.Threshold) => Join([CountBand(image, new(0, image.Height), threshold)]);

    /// <summary>Finds the patches of a band of rows of a grey image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="threshold">What is brighter belongs to a star.</param>
    /// <exception cref="ArgumentException">The image is in colour.</exception>
    public static StarBand CountBand(RasterImage image, IndexRange rows, byte threshold = StarField.Threshold)
    {
        if (image.Channels != 1) throw new ArgumentException("Stars are counted in grey images; this one is in colour.", nameof(image));
        var counter = new StarCounter(threshold);
        for (var y = (int)rows.Start; y < rows.End; y++) counter.Add(y, image.Row(y));
        return counter.Finish();
    }

    /// <summary>Finds the patches of a band of rows of a made image, which is made row by row.</summary>
    internal static StarBand CountBand(StarField field, IndexRange rows, byte threshold)
    {
        var counter = new StarCounter(threshold);
        field.Render((int)rows.Start, (int)rows.End, counter.Add);
        return counter.Finish();
    }

    /// <summary>Joins bands that follow each other from the top: patches that touch across a border become one.</summary>
    public static StarCatalogue Join(IEnumerable<StarBand> bands)
    {
        var (sets, spots) = (new DisjointSets(), new List<StarSpot>());
        List<StarRun> above = [];
        foreach (var band in bands)
        {
            var offset = spots.Count;
            foreach (var spot in band.Spots)
            {
                spots.Add(spot);
                sets.Add();
            }
            foreach (var (upper, lower) in TouchingPairs(above, [.. band.Top.Select(Moved)])) sets.Union(upper.Spot, lower.Spot);
            above = [.. band.Bottom.Select(Moved)];

            StarRun Moved(StarRun run) => run with { Spot = run.Spot + offset };
        }
        return new([.. Merged(sets, spots, out _).OrderBy(spot => spot.Y).ThenBy(spot => spot.X)]);
    }

    void Add(int y, ReadOnlySpan<byte> row)
    {
        FindRuns(y, row);
        foreach (var (upper, lower) in TouchingPairs(above, current)) sets.Union(upper.Spot, lower.Spot);
        top ??= [.. current];
        (above, current) = (current, above);
    }

    StarBand Finish()
    {
        var merged = Merged(sets, spots, out var index);
        return new(merged, [.. (top ?? []).Select(Renumbered)], [.. above.Select(Renumbered)]);

        StarRun Renumbered(StarRun run) => run with { Spot = index[run.Spot] };
    }

    /// <summary>Finds the runs of a row, each a patch of its own at first.</summary>
    void FindRuns(int y, ReadOnlySpan<byte> row)
    {
        current.Clear();
        for (var start = 0; (start = Next(row, start, bright: true)) < row.Length;)
        {
            var end = Next(row, start, bright: false);
            var light = 0L;
            foreach (var value in row[start..end]) light += value;
            current.Add(new(start, end, sets.Add()));
            spots.Add(new(end - start, (long)(start + end - 1) * (end - start) / 2, (long)y * (end - start), light));
            start = end;
        }
    }

    int Next(ReadOnlySpan<byte> row, int start, bool bright)
    {
        var length = bright
            ? row[start..].IndexOfAnyExceptInRange((byte)0, threshold)
            : row[start..].IndexOfAnyInRange((byte)0, threshold);
        return length < 0 ? row.Length : start + length;
    }

    /// <summary>The pairs of runs of two neighbouring rows that touch. Both rows are in order, so one walk finds them.</summary>
    static IEnumerable<(StarRun Upper, StarRun Lower)> TouchingPairs(List<StarRun> upper, List<StarRun> lower)
    {
        for (int i = 0, j = 0; i < upper.Count && j < lower.Count;)
        {
            if (upper[i].Touches(lower[j])) yield return (upper[i], lower[j]);
            if (upper[i].End < lower[j].End) i++;
            else j++;
        }
    }

    /// <summary>Adds up the patches of each set; <paramref name="index"/> says where each went.</summary>
    static List<StarSpot> Merged(DisjointSets sets, List<StarSpot> spots, out int[] index)
    {
        var merged = new List<StarSpot>();
        index = new int[spots.Count];
        var place = new Dictionary<int, int>();
        for (var i = 0; i < spots.Count; i++)
        {
            if (place.TryAdd(sets.Find(i), merged.Count)) merged.Add(default);
            index[i] = place[sets.Find(i)];
            merged[index[i]] = merged[index[i]].Add(spots[i]);
        }
        return merged;
    }
}

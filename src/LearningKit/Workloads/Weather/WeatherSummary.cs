namespace LearningKit.Workloads;

/// <summary>Weather readings summed up per station: the answer, and just as well the partial result of one part.</summary>
/// <param name="Stations">One summary per station, by name in the order of code units.</param>
/// <param name="SkippedRows">How many broken rows were left out.</param>
public sealed record WeatherSummary(IReadOnlyList<StationSummary> Stations, long SkippedRows = 0)
{
    /// <summary>How many readings there were.</summary>
    public long Rows => Stations.Sum(station => station.Count);

    /// <summary>Several summaries as one. The order of merging does not matter.</summary>
    public static WeatherSummary Merge(IEnumerable<WeatherSummary> summaries)
    {
        var merged = new SortedDictionary<string, StationSummary>(StringComparer.Ordinal);
        var skipped = 0L;
        foreach (var summary in summaries)
        {
            skipped += summary.SkippedRows;
            foreach (var station in summary.Stations)
                merged[station.Station] = merged.TryGetValue(station.Station, out var sum) ? sum.Add(station) : station;
        }
        return new([.. merged.Values], skipped);
    }

    /// <summary>True when both have the same stations with the same numbers.</summary>
    public bool Equals(WeatherSummary? other) =>
        other is not null && SkippedRows == other.SkippedRows && Stations.SequenceEqual(other.Stations);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Stations.Count, SkippedRows);

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Rows:N0} readings of {Stations.Count:N0} stations" + (SkippedRows > 0 ? $", {SkippedRows:N0} broken rows skipped" : "");
}

namespace LearningKit.Workloads;

/// <summary>The readings of one station, summed up. Temperatures are kept in tenths of a degree, so that sums are exact.</summary>
/// <param name="Station">The station's name.</param>
/// <param name="Count">How many readings.</param>
/// <param name="SumTenths">The sum of all readings, in tenths of a degree Celsius.</param>
/// <param name="MinTenths">The lowest reading, in tenths of a degree Celsius.</param>
/// <param name="MaxTenths">The highest reading, in tenths of a degree Celsius.</param>
public sealed record StationSummary(string Station, long Count, long SumTenths, int MinTenths, int MaxTenths)
{
    /// <summary>The lowest reading in degrees Celsius.</summary>
    public double Min => MinTenths / 10.0;

    /// <summary>The mean of all readings in degrees Celsius.</summary>
    public double Mean => SumTenths / (10.0 * Count);

    /// <summary>The highest reading in degrees Celsius.</summary>
    public double Max => MaxTenths / 10.0;

    /// <summary>Both summaries of the same station as one: sums and counts are added, so that means stay right.</summary>
    public StationSummary Add(StationSummary other) => this with
    {
        Count = Count + other.Count,
        SumTenths = SumTenths + other.SumTenths,
        MinTenths = Math.Min(MinTenths, other.MinTenths),
        MaxTenths = Math.Max(MaxTenths, other.MaxTenths),
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Station}: {Min:0.0} / {Mean:0.0} / {Max:0.0} °C in {Count:N0} readings";
}

using System.Text.Json.Serialization;

namespace LearningKit.Measuring;

/// <summary>How long something took: every sample, none thrown away.</summary>
public sealed record Timing
{
    /// <summary>What was measured.</summary>
    public required string Name { get; init; }

    /// <summary>The samples in the order in which they were taken, in seconds a call.</summary>
    public required IReadOnlyList<double> Seconds { get; init; }

    /// <summary>
    /// The very first call, in seconds: it loads and compiles code and finds caches empty. Null where it was not measured.
    /// </summary>
    public double? ColdSeconds { get; init; }

    /// <summary>The calls between the cold one and the samples, in seconds: how the time fell until it was stable.</summary>
    public IReadOnlyList<double> WarmUp { get; init; } = [];

    /// <summary>
    /// False when the time still jittered or fell at the end of the warm-up: the samples may be of code that is not yet
    /// fully compiled, or the machine is busy.
    /// </summary>
    public bool IsStable { get; init; } = true;

    /// <summary>How many calls one sample holds. More than 1 where one call is too short for the clock.</summary>
    public int CallsPerSample { get; init; } = 1;

    /// <summary>The median of the samples, in seconds.</summary>
    [JsonIgnore]
    public double Median => Statistics.Median(Seconds);

    /// <summary>Where the median lies with 95 % confidence, in seconds.</summary>
    [JsonIgnore]
    public Interval Interval => Bootstrap.Median(Seconds);

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Name}: {Duration.Text(Median)} [{Duration.Text(Interval.Low)}, {Duration.Text(Interval.High)}], {Seconds.Count} samples"
        + (ColdSeconds is { } cold ? $", cold {Duration.Text(cold)}" : "")
        + (IsStable ? "" : ", not stable");
}

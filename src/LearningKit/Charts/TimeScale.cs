namespace LearningKit.Charts;

/// <summary>The unit in which times of a given size read well.</summary>
/// <param name="Unit">s, ms, µs or ns.</param>
/// <param name="PerSecond">How many of the unit make a second.</param>
readonly record struct TimeScale(string Unit, double PerSecond)
{
    static readonly TimeScale[] all = [new("s", 1), new("ms", 1e3), new("µs", 1e6), new("ns", 1e9)];

    /// <summary>The largest unit in which the longest of the times is at least 1.</summary>
    public static TimeScale For(double longestSeconds) =>
        all.FirstOrDefault(scale => longestSeconds * scale.PerSecond >= 1, longestSeconds > 0 ? all[^1] : all[0]);

    /// <summary>The axis of times in this unit.</summary>
    public Axis Axis => new("Time", Unit);

    /// <summary>Seconds in this unit.</summary>
    public double Of(double seconds) => seconds * PerSecond;

    /// <summary>Seconds in this unit, with the unit: "12.5 ms".</summary>
    public string Say(double seconds) => $"{NumberText.Of(Of(seconds))} {Unit}";

    /// <summary>One time in the unit that suits it.</summary>
    public static string SayAny(double seconds) => For(Math.Abs(seconds)).Say(seconds);
}

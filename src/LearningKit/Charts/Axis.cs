namespace LearningKit.Charts;

/// <summary>What an axis shows.</summary>
/// <param name="Name">The quantity: "Time", "Workers".</param>
/// <param name="Unit">Its unit: "ms", "GB/s"; empty for a plain count or ratio.</param>
public sealed record Axis(string Name, string Unit = "")
{
    /// <summary>True for a logarithmic scale: equal steps multiply.</summary>
    public bool Logarithmic { get; init; }

    /// <summary>The name with its unit, as it stands along the axis: "Time (ms)".</summary>
    public string Title => Unit.Length == 0 ? Name : $"{Name} ({Unit})";

    /// <summary>A value of this axis with its unit, for sentences: "12.5 ms".</summary>
    internal string Say(double value) => Unit.Length == 0 ? NumberText.Of(value) : $"{NumberText.Of(value)} {Unit}";
}

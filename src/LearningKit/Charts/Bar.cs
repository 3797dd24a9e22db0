using LearningKit.Measuring;

namespace LearningKit.Charts;

/// <summary>One bar.</summary>
/// <param name="Label">What the bar stands for.</param>
/// <param name="Value">How long it is, in the unit of the chart's axis.</param>
public readonly record struct Bar(string Label, double Value)
{
    /// <summary>Where the value lies with 95 % confidence; null where that was not measured.</summary>
    public Interval? Interval { get; init; }

    /// <summary>The group to which the bar belongs: bars of one label and several groups stand side by side.</summary>
    public string Group { get; init; } = "";
}

using System.Text;

namespace LearningKit.Measuring;

/// <summary>Several ways to do the same, measured side by side.</summary>
/// <param name="Timings">One timing a variant, in the order given.</param>
/// <param name="Machine">Where it was measured.</param>
public sealed record Comparison(IReadOnlyList<Timing> Timings, MachineCard Machine)
{
    /// <summary>The timing of one variant.</summary>
    /// <exception cref="ArgumentException">No variant has that name; the message lists those that exist.</exception>
    public Timing this[string name] =>
        Timings.FirstOrDefault(timing => timing.Name == name)
        ?? throw new ArgumentException($"'{name}' was not measured. There are: {string.Join(", ", Timings.Select(t => t.Name))}.", nameof(name));

    /// <summary>How many times as fast as <paramref name="baseline"/> is <paramref name="name"/>?</summary>
    /// <exception cref="ArgumentException">No variant has one of the names.</exception>
    public Ratio Ratio(string name, string baseline) => Measuring.Ratio.Of(this[baseline], this[name]);

    /// <summary>The timings, and each against the first, as lines of text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var timing in Timings)
            text.AppendLine(timing == Timings[0] ? timing.ToString() : $"{timing}; {Ratio(timing.Name, Timings[0].Name)} than {Timings[0].Name}");
        return text.Append(Machine.Summary).ToString();
    }
}

using System.Text.Json.Nodes;

namespace LearningKit.Charts;

/// <summary>Values of named things, as bars from zero.</summary>
/// <example><code>new BarChart("Time of each variant", new("Time", "ms"), [new("rows", 12.5), new("columns", 31)])</code></example>
/// <param name="title">What the figure shows, in one line.</param>
/// <param name="value">The axis along the bars.</param>
/// <param name="bars">The bars, from top to bottom.</param>
public sealed class BarChart(string title, Axis value, IReadOnlyList<Bar> bars) : Figure(title)
{
    readonly string[] labels = [.. bars.Select(bar => bar.Label).Distinct()];
    readonly string[] groups = [.. bars.Select(bar => bar.Group).Distinct()];

    bool Grouped => groups.Length > 1;

    bool HasIntervals => bars.Any(bar => bar.Interval is not null);

    /// <inheritdoc/>
    public override int Height => Math.Max(240, 80 + 34 * labels.Length * Math.Max(1, groups.Length));

    /// <inheritdoc/>
    public override DataTable Table => new(
        ["", .. Grouped ? ["Group"] : Array.Empty<string>(), value.Title, .. HasIntervals ? ["95 % interval"] : Array.Empty<string>()],
        [.. bars.Select(Row)]);

    IReadOnlyList<string> Row(Bar bar) =>
    [
        bar.Label, .. Grouped ? [bar.Group] : Array.Empty<string>(), NumberText.Of(bar.Value),
        .. HasIntervals ? [bar.Interval is { } interval ? NumberText.Range(interval) : ""] : Array.Empty<string>(),
    ];

    /// <inheritdoc/>
    protected override IEnumerable<string> Remarks => HasIntervals ? ["Thin bars: 95 % intervals."] : [];

    /// <inheritdoc/>
    protected override IEnumerable<JsonObject> Traces()
    {
        for (var g = 0; g < groups.Length; g++) yield return Trace([.. bars.Where(bar => bar.Group == groups[g])], g);
        if (Prediction is { Category: { } category }) yield return PlotlyJson.PredictionMarker(Prediction, Prediction.Value, PlotlyText.Escape(category));
        else if (Prediction is not null && labels.Length > 0)
        {
            var line = PlotlyJson.LineTrace(Prediction.Name, [Prediction.Value, Prediction.Value], [], "dot", Palette.Ink);
            line["y"] = PlotlyJson.Labels([labels[0], labels[^1]]);
            yield return line;
        }
    }

    JsonObject Trace(Bar[] group, int index)
    {
        var trace = new JsonObject
        {
            ["type"] = "bar",
            ["orientation"] = "h",
            ["name"] = PlotlyText.Escape(groups[index]),
            ["x"] = PlotlyJson.Numbers(group.Select(bar => bar.Value)),
            ["y"] = PlotlyJson.Labels(group.Select(bar => bar.Label)),
            ["text"] = PlotlyJson.Labels(group.Select(bar => value.Say(bar.Value))),
            ["textposition"] = HasIntervals ? "none" : Grouped ? "outside" : "auto",   // groups are hatched, which no text inside survives
            ["hovertemplate"] = "%{y}: %{text}<extra>%{fullData.name}</extra>",
            ["marker"] = new JsonObject { ["color"] = Palette.Colour(index), ["pattern"] = PlotlyJson.Pattern(Palette.Hatch(index), Palette.Colour(index)) },
        };
        if (HasIntervals)
            trace["error_x"] = PlotlyJson.ErrorBars(group.Select(bar => (bar.Value, bar.Interval?.Low ?? bar.Value, bar.Interval?.High ?? bar.Value)), Palette.Ink);
        return trace;
    }

    /// <inheritdoc/>
    protected override JsonObject Layout()
    {
        var names = PlotlyJson.CategoryAxis(labels);
        names["autorange"] = "reversed";
        return new() { ["xaxis"] = PlotlyJson.Axis(value), ["yaxis"] = names, ["barmode"] = "group", ["bargap"] = 0.3, ["showlegend"] = Grouped || Prediction is not null };
    }

    /// <inheritdoc/>
    protected override string Describe()
    {
        if (bars.Count == 0) return "No bars.";
        var (low, high) = (bars.MinBy(bar => bar.Value), bars.MaxBy(bar => bar.Value));
        return bars.Count <= 8
            ? $"{NumberText.List(bars.Select(Say))}."
            : $"{NumberText.Count(bars.Count, "bar")}, from {Say(low)} to {Say(high)}.";
    }

    string Say(Bar bar) => $"{bar.Label}{(Grouped ? $" ({bar.Group})" : "")} {value.Say(bar.Value)}";

    /// <inheritdoc/>
    protected override string SayValue(double number) => value.Say(number);
}

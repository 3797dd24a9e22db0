using System.Text.Json.Nodes;

namespace LearningKit.Charts;

/// <summary>Steps that add up: each bar begins where the one before ended, and the last shows the sum.</summary>
/// <example><code>new WaterfallChart("Where the time goes", new("Time", "ms"), [new("divide", 2), new("execute", 40), new("gather", 3)])</code></example>
/// <param name="title">What the figure shows, in one line.</param>
/// <param name="value">The axis along the bars.</param>
/// <param name="steps">The steps in order; a negative step takes away.</param>
public sealed class WaterfallChart(string title, Axis value, IReadOnlyList<Bar> steps) : Figure(title)
{
    const string TotalLabel = "total";

    readonly double total = steps.Sum(step => step.Value);

    IEnumerable<string> Labels => steps.Select(step => step.Label).Append(TotalLabel);

    /// <inheritdoc/>
    public override int Height => Math.Max(240, 80 + 40 * (steps.Count + 1));

    /// <inheritdoc/>
    public override DataTable Table => new(
        ["Step", value.Title, "Share"],
        [.. steps.Select(step => (string[])[step.Label, NumberText.Of(step.Value), Share(step)]), [TotalLabel, NumberText.Of(total), total == 0 ? "n/a" : "100 %"]]);

    string Share(Bar step) => total == 0 ? "n/a" : NumberText.Percent(step.Value / total);

    /// <inheritdoc/>
    protected override IEnumerable<JsonObject> Traces()
    {
        var starts = new double[steps.Count];
        for (var i = 1; i < starts.Length; i++) starts[i] = starts[i - 1] + steps[i - 1].Value;
        yield return Bars("steps", [.. steps], starts, 0);
        yield return Bars(TotalLabel, [new(TotalLabel, total)], [0], 4);
        if (Prediction is not null) yield return PlotlyJson.PredictionMarker(Prediction, Prediction.Value, PlotlyText.Escape(Prediction.Category ?? TotalLabel));
    }

    JsonObject Bars(string name, Bar[] bars, double[] starts, int colour) => new()
    {
        ["type"] = "bar",
        ["orientation"] = "h",
        ["name"] = name,
        ["y"] = PlotlyJson.Labels(bars.Select(bar => bar.Label)),
        ["base"] = PlotlyJson.Numbers(starts),
        ["x"] = PlotlyJson.Numbers(bars.Select(bar => bar.Value)),
        ["text"] = PlotlyJson.Labels(bars.Select(bar => value.Say(bar.Value))),
        ["textposition"] = "auto",
        ["textangle"] = 0,
        ["cliponaxis"] = false,   // the last, short bars stand at the right end, and their text beside them
        ["hovertemplate"] = "%{y}: %{text}<extra></extra>",
        ["marker"] = new JsonObject { ["color"] = Palette.Colour(colour) },
    };

    /// <inheritdoc/>
    protected override JsonObject Layout()
    {
        var names = PlotlyJson.CategoryAxis(Labels);
        names["autorange"] = "reversed";
        return new() { ["xaxis"] = PlotlyJson.Axis(value), ["yaxis"] = names, ["barmode"] = "overlay", ["bargap"] = 0.3, ["showlegend"] = Prediction is not null };
    }

    /// <inheritdoc/>
    protected override string Describe() =>
        $"{NumberText.List(steps.Select(step => $"{step.Label} {value.Say(step.Value)}{(total == 0 ? "" : $" ({Share(step)})")}"))} make {value.Say(total)}.";

    /// <inheritdoc/>
    protected override string SayValue(double number) => value.Say(number);
}

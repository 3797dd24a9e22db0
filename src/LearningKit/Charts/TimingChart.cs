using System.Text.Json.Nodes;
using LearningKit.Measuring;

namespace LearningKit.Charts;

/// <summary>
/// How long variants took: every sample as a point, the median with its interval over them, and the first, cold call apart,
/// with an axis of its own.
/// </summary>
public sealed class TimingChart : Figure
{
    /// <summary>The fractional part of the golden ratio: its multiples spread evenly however many there are.</summary>
    const double Golden = 0.6180339887498949;

    readonly IReadOnlyList<Timing> timings;
    readonly string machine;
    readonly Dictionary<Timing, Interval> intervals;   // resampled once: an interval costs thousands of medians
    readonly TimeScale scale;
    readonly TimeScale coldScale;

    /// <summary>The timings of a comparison, with its machine and badge.</summary>
    public TimingChart(Comparison comparison, string title = "Time of each variant")
        : this((comparison ?? throw new ArgumentNullException(nameof(comparison))).Timings, title)
    {
        Badge = comparison.Machine.Trust;
        machine = MachineText.Of(comparison.Machine);
    }

    /// <summary>Timings.</summary>
    public TimingChart(IReadOnlyList<Timing> timings, string title = "Time of each variant") : base(title)
    {
        ArgumentNullException.ThrowIfNull(timings);
        this.timings = timings;
        machine = "";
        intervals = timings.Distinct().ToDictionary(t => t, t => t.Interval);
        scale = TimeScale.For(timings.SelectMany(t => t.Seconds).DefaultIfEmpty(0).Max());
        coldScale = TimeScale.For(timings.Max(t => t.ColdSeconds) ?? 0);
    }

    bool HasCold => timings.Any(t => t.ColdSeconds is not null);

    /// <inheritdoc/>
    public override int Height => 90 + 62 * Math.Max(2, timings.Count);

    /// <inheritdoc/>
    public override DataTable Table => new(
        ["Variant", $"Median ({scale.Unit})", $"95 % interval ({scale.Unit})", $"Fastest ({scale.Unit})", $"Slowest ({scale.Unit})", "Samples", .. HasCold ? [$"First call ({coldScale.Unit})"] : Array.Empty<string>()],
        [.. timings.Select(Row)]);

    IReadOnlyList<string> Row(Timing t) =>
    [
        t.Name, Text(t.Median), Interval(t), Text(t.Seconds.Min()), Text(t.Seconds.Max()), NumberText.Of(t.Seconds.Count),
        .. HasCold ? [t.ColdSeconds is { } cold ? NumberText.Of(coldScale.Of(cold)) : ""] : Array.Empty<string>(),
    ];

    string Interval(Timing t) => NumberText.Range(intervals[t].Scale(scale.PerSecond));

    string Text(double seconds) => NumberText.Of(scale.Of(seconds));

    /// <inheritdoc/>
    protected override IEnumerable<string> Remarks =>
    [
        .. machine.Length > 0 ? [machine] : Array.Empty<string>(),
        .. timings.Where(t => !t.IsStable).Select(t => $"{t.Name} had not settled after warming up: read it with care."),
        .. Thinning.Remark(timings.Select(t => t.Seconds.Count)),
    ];

    /// <inheritdoc/>
    protected override IEnumerable<JsonObject> Traces()
    {
        for (var i = 0; i < timings.Count; i++) yield return Samples(timings[i], i);
        yield return Medians();
        if (HasCold) yield return Cold();
        if (Prediction is not null) yield return Predicted(Prediction);
    }

    JsonObject Samples(Timing timing, int place)
    {
        var drawn = Thinning.Indices(timing.Seconds);
        return new()
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["name"] = "samples",
            ["legendgroup"] = "samples",
            ["showlegend"] = place == 0,
            ["x"] = PlotlyJson.Numbers(drawn.Select(i => scale.Of(timing.Seconds[i]))),
            ["y"] = PlotlyJson.Numbers(drawn.Select(i => place + 0.24 + (i * Golden % 1 - 0.5) * 0.26)),
            ["hovertext"] = PlotlyJson.Labels(drawn.Select(i => $"{timing.Name}, sample {i + 1}: {scale.Say(timing.Seconds[i])}")),
            ["hoverinfo"] = "text",
            ["marker"] = new JsonObject { ["color"] = Palette.Colour(0), ["size"] = 7, ["opacity"] = 0.55 },
        };
    }

    JsonObject Medians() => new()
    {
        ["type"] = "scatter",
        ["mode"] = "markers",
        ["name"] = "median, 95 % interval",
        ["x"] = PlotlyJson.Numbers(timings.Select(t => scale.Of(t.Median))),
        ["y"] = PlotlyJson.Numbers(Enumerable.Range(0, timings.Count).Select(i => i - 0.12)),
        ["error_x"] = PlotlyJson.ErrorBars(timings.Select(t => (scale.Of(t.Median), scale.Of(intervals[t].Low), scale.Of(intervals[t].High))), Palette.Colour(1)),
        ["hovertext"] = PlotlyJson.Labels(timings.Select(t => $"{t.Name}: median {scale.Say(t.Median)}, {Interval(t)}")),
        ["hoverinfo"] = "text",
        ["marker"] = new JsonObject { ["color"] = Palette.Colour(1), ["symbol"] = "square", ["size"] = 8 },
    };

    JsonObject Cold()
    {
        var cold = timings.Select((t, i) => (t.Name, t.ColdSeconds, Place: i)).Where(t => t.ColdSeconds is not null).ToArray();
        return new()
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["name"] = "first call (cold)",
            ["xaxis"] = "x2",
            ["x"] = PlotlyJson.Numbers(cold.Select(t => coldScale.Of(t.ColdSeconds!.Value))),
            ["y"] = PlotlyJson.Numbers(cold.Select(t => (double)t.Place)),
            ["hovertext"] = PlotlyJson.Labels(cold.Select(t => $"{t.Name}, first call: {coldScale.Say(t.ColdSeconds!.Value)}")),
            ["hoverinfo"] = "text",
            ["marker"] = new JsonObject { ["color"] = Palette.Colour(2), ["symbol"] = "x", ["size"] = 10 },
        };
    }

    JsonObject Predicted(Prediction prediction)
    {
        var place = timings.Select((t, i) => (t.Name, i)).Where(t => t.Name == prediction.Category).Select(t => (int?)t.i).FirstOrDefault();
        var x = scale.Of(prediction.Value);
        return place is { } row
            ? PlotlyJson.PredictionMarker(prediction, x, row)
            : PlotlyJson.LineTrace(prediction.Name, [x, x], [-0.4, timings.Count - 0.6], "dot", Palette.Ink);
    }

    /// <inheritdoc/>
    protected override JsonObject Layout()
    {
        var time = PlotlyJson.Axis(scale.Axis);
        time["rangemode"] = "tozero";
        var layout = new JsonObject
        {
            ["xaxis"] = time,
            ["yaxis"] = new JsonObject
            {
                ["tickmode"] = "array",
                ["tickvals"] = PlotlyJson.Numbers(Enumerable.Range(0, timings.Count).Select(i => (double)i)),
                ["ticktext"] = PlotlyJson.Labels(timings.Select(t => t.Name)),
                ["range"] = PlotlyJson.Numbers([timings.Count - 0.5, -0.5]),
                ["showgrid"] = false,
            },
            ["showlegend"] = true,
        };
        if (!HasCold) return layout;
        time["domain"] = PlotlyJson.Numbers([0, 0.72]);
        var cold = PlotlyJson.Axis(new("First call", coldScale.Unit));
        cold["domain"] = PlotlyJson.Numbers([0.78, 1]);
        cold["rangemode"] = "tozero";
        layout["xaxis2"] = cold;
        return layout;
    }

    /// <inheritdoc/>
    protected override string Describe() => timings.Count == 0 ? "No timings." : string.Join(" ", timings.Select(Describe));

    string Describe(Timing t) =>
        $"{t.Name}: median {scale.Say(t.Median)} ({Interval(t)}) of {NumberText.Count(t.Seconds.Count, "sample")}"
        + (t.ColdSeconds is { } cold ? $", first call {coldScale.Say(cold)}." : ".");

    /// <inheritdoc/>
    protected override string SayValue(double number) => TimeScale.SayAny(number);
}

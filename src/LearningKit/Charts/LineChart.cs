using System.Text.Json.Nodes;

namespace LearningKit.Charts;

/// <summary>Values over a numeric axis: grain against time, size against throughput.</summary>
/// <example>
/// <code>
/// new LineChart("Grain against time", new("Parts") { Logarithmic = true }, new("Time", "ms"), new Series("tasks", parts, milliseconds))
/// </code>
/// </example>
/// <param name="title">What the figure shows, in one line.</param>
/// <param name="x">The horizontal axis.</param>
/// <param name="y">The vertical axis.</param>
/// <param name="series">The series, in the order of the legend.</param>
public sealed class LineChart(string title, Axis x, Axis y, params IReadOnlyList<Series> series) : Figure(title)
{
    const int MostRows = 200;

    readonly IReadOnlyList<Series> series = Checked(series);

    /// <inheritdoc/>
    public override DataTable Table => new(
        ["Series", x.Title, y.Title, .. HasIntervals ? ["95 % interval"] : Array.Empty<string>()],
        [.. series.SelectMany(s => Thinning.Indices(s.Y).Select(i => Row(s, i))).Take(MostRows)]);

    bool HasIntervals => series.Any(s => s.Intervals is not null);

    IReadOnlyList<string> Row(Series s, int i) =>
    [
        s.Name, NumberText.Of(s.X[i]), NumberText.Of(s.Y[i]),
        .. HasIntervals ? [s.Intervals is { } intervals ? NumberText.Range(intervals[i]) : ""] : Array.Empty<string>(),
    ];

    /// <inheritdoc/>
    protected override IEnumerable<string> Remarks =>
    [
        .. HasIntervals ? ["Bars: 95 % intervals."] : Array.Empty<string>(),
        .. Thinning.Remark(series.Select(s => s.Y.Count)),
        .. series.Sum(s => Thinning.Indices(s.Y).Count) > MostRows ? [$"The table holds the first {MostRows} points."] : Array.Empty<string>(),
    ];

    /// <inheritdoc/>
    protected override IEnumerable<JsonObject> Traces()
    {
        for (var s = 0; s < series.Count; s++) yield return Trace(series[s], s);
        if (Prediction is { X: { } at }) yield return PlotlyJson.PredictionMarker(Prediction, at, Prediction.Value);
        else if (Prediction is not null) yield return PlotlyJson.LineTrace(Prediction.Name, Ends(series.SelectMany(s => s.X)), [Prediction.Value, Prediction.Value], "dot", Palette.Ink);
    }

    static JsonObject Trace(Series s, int index)
    {
        var drawn = Thinning.Indices(s.Y);
        var colour = Palette.Colour(index);
        var marked = s.Marked && drawn.Count == s.Y.Count;
        var trace = new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = (s.Joined, marked) switch { (true, true) => "lines+markers", (true, false) => "lines", _ => "markers" },
            ["name"] = PlotlyText.Escape(s.Name),
            ["x"] = PlotlyJson.Numbers(drawn.Select(i => s.X[i])),
            ["y"] = PlotlyJson.Numbers(drawn.Select(i => s.Y[i])),
            ["line"] = new JsonObject { ["color"] = colour, ["dash"] = Palette.Dash(index), ["width"] = 2 },
            ["marker"] = new JsonObject { ["color"] = colour, ["symbol"] = Palette.Symbol(index), ["size"] = 8 },
        };
        if (s.Intervals is { } intervals)
            trace["error_y"] = PlotlyJson.ErrorBars(drawn.Select(i => (s.Y[i], intervals[i].Low, intervals[i].High)), colour);
        return trace;
    }

    /// <inheritdoc/>
    protected override JsonObject Layout()
    {
        var values = PlotlyJson.Axis(y);
        values["rangemode"] = "tozero";   // half the height is half the value
        return new() { ["xaxis"] = PlotlyJson.Axis(x), ["yaxis"] = values, ["showlegend"] = series.Count > 1 || Prediction is not null };
    }

    /// <inheritdoc/>
    protected override string Describe() => string.Join(" ", series.Select(Describe));

    string Describe(Series s)
    {
        if (s.Y.Count == 0) return $"{s.Name}: no points.";
        var all = Enumerable.Range(0, s.Y.Count);
        var (low, high) = (all.MinBy(i => s.Y[i]), all.MaxBy(i => s.Y[i]));
        return $"{s.Name}: {NumberText.Count(s.Y.Count, "point")}; lowest {y.Say(s.Y[low])} at {x.Say(s.X[low])}, highest {y.Say(s.Y[high])} at {x.Say(s.X[high])}.";
    }

    /// <inheritdoc/>
    protected override string SayValue(double number) => y.Say(number);

    static double[] Ends(IEnumerable<double> values)
    {
        var all = values.DefaultIfEmpty(0).ToArray();
        return [all.Min(), all.Max()];
    }

    static IReadOnlyList<Series> Checked(IReadOnlyList<Series> series)
    {
        foreach (var s in series)
            if (s.X.Count != s.Y.Count || s.Intervals is { } intervals && intervals.Count != s.Y.Count)
                throw new ArgumentException($"Series '{s.Name}' has {s.X.Count} places, {s.Y.Count} values and {s.Intervals?.Count ?? s.Y.Count} intervals: give as many of each.", nameof(series));
        return series;
    }
}

using System.Text.Json.Nodes;
using LearningKit.Tracing;

namespace LearningKit.Charts;

/// <summary>Who did what when: one lane a worker, one bar a span of work, from real events.</summary>
/// <remarks>The kinds of work differ in colour and hatch; a lane's gaps are time in which the worker had nothing to do.</remarks>
public sealed class GanttChart : Figure
{
    const int MostLabels = 64;

    readonly IReadOnlyList<TraceEvent> events;
    readonly GanttLanes lanes;
    readonly int[] workers;
    readonly TimeScale scale;

    /// <summary>The timeline of a trace.</summary>
    public GanttChart(Trace trace, string title = "Who did what when") : this((trace ?? throw new ArgumentNullException(nameof(trace))).Events, title) { }

    /// <summary>The timeline of events.</summary>
    public GanttChart(IReadOnlyList<TraceEvent> events, string title = "Who did what when") : base(title)
    {
        ArgumentNullException.ThrowIfNull(events);
        this.events = events;
        lanes = GanttLanes.Of(events);
        workers = [.. events.Select(e => e.Worker).Distinct().Order()];
        scale = TimeScale.For(events.Count == 0 ? 0 : events.Max(e => e.End).TotalSeconds);
    }

    /// <inheritdoc/>
    public override int Height => 90 + 44 * Math.Max(2, workers.Length);

    /// <inheritdoc/>
    public override DataTable Table => new(
        ["Lane", "Spans", $"Busy ({scale.Unit})", "Busy share", $"Waiting ({scale.Unit})", $"From ({scale.Unit})", $"To ({scale.Unit})"],
        [.. workers.Select(Row)]);

    IReadOnlyList<string> Row(int worker)
    {
        TraceEvent[] own = [.. events.Where(e => e.Worker == worker)];
        var waiting = own.Where(e => e.Category == TraceCategory.Wait).Sum(e => e.Duration.TotalSeconds);
        return
        [
            Lane(worker), NumberText.Of(own.Length), Figure(Busy(worker)), NumberText.Percent(Busy(worker) / Span), Figure(waiting),
            Figure(own.Min(e => e.Start).TotalSeconds), Figure(own.Max(e => e.End).TotalSeconds),
        ];
        string Figure(double seconds) => NumberText.Of(scale.Of(seconds));
    }

    /// <summary>Seconds in which the worker did anything but wait.</summary>
    double Busy(int worker) => events.Where(e => e.Worker == worker && e.Category != TraceCategory.Wait).Sum(e => e.Duration.TotalSeconds);

    /// <summary>Seconds from the first start to the last end.</summary>
    double Span => (events.Max(e => e.End) - events.Min(e => e.Start)).TotalSeconds;

    static string Lane(int worker) => worker == Trace.Caller ? "caller" : $"worker {worker}";

    /// <inheritdoc/>
    protected override IEnumerable<string> Remarks => lanes.Joined == TimeSpan.Zero
        ? []
        : [$"{events.Count} spans drawn as {lanes.Spans.Count} bars: neighbours of one kind less than {TimeScale.SayAny(lanes.Joined.TotalSeconds)} apart are joined."];

    /// <inheritdoc/>
    protected override IEnumerable<JsonObject> Traces()
    {
        foreach (var kind in lanes.Spans.GroupBy(s => (s.Category, s.Failed)).OrderBy(kind => kind.Key))
            yield return Bars([.. kind], kind.Key.Category, kind.Key.Failed);
        if (Prediction is not null && workers.Length > 0)
        {
            var line = PlotlyJson.LineTrace(Prediction.Name, [scale.Of(Prediction.Value), scale.Of(Prediction.Value)], [], "dot", Palette.Ink);
            line["y"] = PlotlyJson.Labels([Lane(workers[0]), Lane(workers[^1])]);
            yield return line;
        }
    }

    JsonObject Bars(GanttSpan[] spans, TraceCategory category, bool failed)
    {
        var bars = new JsonObject
        {
            ["type"] = "bar",
            ["orientation"] = "h",
            ["name"] = category.ToString().ToLowerInvariant() + (failed ? " (failed)" : ""),
            ["y"] = PlotlyJson.Labels(spans.Select(s => Lane(s.Worker))),
            ["base"] = PlotlyJson.Numbers(spans.Select(s => scale.Of(s.Start.TotalSeconds))),
            ["x"] = PlotlyJson.Numbers(spans.Select(s => scale.Of((s.End - s.Start).TotalSeconds))),
            ["hovertext"] = PlotlyJson.Labels(spans.Select(s => s.Say(scale))),
            ["hoverinfo"] = "text",
            ["marker"] = new JsonObject
            {
                ["color"] = Colour(category),
                ["pattern"] = PlotlyJson.Pattern(failed ? "x" : Hatch(category), Colour(category)),
                ["line"] = new JsonObject { ["color"] = Palette.Paper, ["width"] = lanes.Spans.Count > 400 ? 0 : 1 },
            },
        };
        if (lanes.Spans.Count <= MostLabels && !failed)
        {
            bars["text"] = PlotlyJson.Labels(spans.Select(s => s.Part is { } part ? NumberText.Of(part) : ""));
            bars["textposition"] = "inside";
            bars["insidetextanchor"] = "middle";
            bars["textangle"] = 0;
        }
        return bars;
    }

    static string Colour(TraceCategory category) => category switch
    {
        TraceCategory.Execute => Palette.Light[0],
        TraceCategory.Divide => Palette.Light[1],
        TraceCategory.Gather => Palette.Light[2],
        TraceCategory.Communicate => Palette.Light[3],
        _ => Palette.Muted,
    };

    static string Hatch(TraceCategory category) => category switch
    {
        TraceCategory.Execute => "",
        TraceCategory.Divide => "/",
        TraceCategory.Gather => "\\",
        TraceCategory.Communicate => "-",
        _ => ".",
    };

    /// <inheritdoc/>
    protected override JsonObject Layout()
    {
        var names = PlotlyJson.CategoryAxis(workers.Select(Lane));
        names["autorange"] = "reversed";
        var time = PlotlyJson.Axis(scale.Axis);
        time["rangemode"] = "tozero";
        return new() { ["xaxis"] = time, ["yaxis"] = names, ["barmode"] = "overlay", ["bargap"] = 0.25, ["showlegend"] = true };
    }

    /// <inheritdoc/>
    protected override string Describe()
    {
        if (events.Count == 0) return "No events.";
        var busy = workers.Where(worker => worker != Trace.Caller).Select(worker => $"{Lane(worker)} {NumberText.Percent(Busy(worker) / Span)}");
        var last = events.MaxBy(e => e.End)!;
        return $"{NumberText.Count(workers.Length, "lane")}, {NumberText.Count(events.Count, "span")} in {scale.Say(Span)}. "
            + (busy.Any() ? $"Busy share: {NumberText.List(busy)}. " : "")
            + $"The last to end is {Lane(last.Worker)} with {last.Name}, at {scale.Say(last.End.TotalSeconds)}.";
    }

    /// <inheritdoc/>
    protected override string SayValue(double number) => TimeScale.SayAny(number);
}

using System.Text.Json.Nodes;
using LearningKit.Measuring;

namespace LearningKit.Charts;

/// <summary>What the charts of a scaling study share: one marker a measured point, dodged a little where engines would hide each other.</summary>
sealed class ScalingTraces(StudyResult study, Func<StudyPoint, Ratio> measure)
{
    readonly string[] engines = [.. study.Points.Select(point => point.Engine).Distinct()];

    /// <summary>Each point with its ratio, resampled once: an interval costs thousands of medians.</summary>
    readonly Lazy<(StudyPoint Point, Ratio Ratio)[]> measured = new(() => [.. study.Points.Select(point => (point, measure(point)))]);

    /// <summary>The worker counts that were measured.</summary>
    public double[] Workers { get; } = [.. study.Points.Select(point => (double)point.Workers).Distinct().Order()];

    /// <summary>The largest worker count.</summary>
    public double Most => Workers.DefaultIfEmpty(1).Max();

    /// <summary>The engines' names in the order of the study.</summary>
    public IReadOnlyList<string> Engines => engines;

    /// <summary>The points, one trace an engine, joined by no line: what lies between was not measured.</summary>
    public IEnumerable<JsonObject> Points(string what) => engines.Select((engine, index) =>
    {
        var points = measured.Value.Where(m => m.Point.Engine == engine).Select(m => (m.Point.Workers, m.Ratio)).ToArray();
        var colour = Palette.Colour(index);
        return new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["name"] = PlotlyText.Escape(engine),
            ["x"] = PlotlyJson.Numbers(points.Select(point => point.Workers + Dodge(index))),
            ["y"] = PlotlyJson.Numbers(points.Select(point => point.Ratio.Value)),
            ["error_y"] = PlotlyJson.ErrorBars(points.Select(point => (point.Ratio.Value, point.Ratio.Interval.Low, point.Ratio.Interval.High)), colour),
            ["hovertext"] = PlotlyJson.Labels(points.Select(point => $"{engine}, {NumberText.Count(point.Workers, "worker")}: {what} {Say(point.Ratio)}")),
            ["hoverinfo"] = "text",
            ["marker"] = new JsonObject { ["color"] = colour, ["symbol"] = Palette.Symbol(index), ["size"] = 10 },
        };
    });

    double Dodge(int index) => (index - (engines.Length - 1) / 2.0) * 0.03 * Math.Max(1, Most - 1) / Math.Max(1, engines.Length - 1);

    /// <summary>The axis of worker counts, with a tick at each measured one.</summary>
    public JsonObject WorkerAxis()
    {
        var axis = PlotlyJson.Axis(new("Workers"));
        axis["tickmode"] = "array";
        axis["tickvals"] = PlotlyJson.Numbers(Workers);
        var margin = 0.08 * Math.Max(1, Most - 1);
        axis["range"] = PlotlyJson.Numbers([Workers.DefaultIfEmpty(1).Min() - margin, Most + margin]);
        return axis;
    }

    /// <summary>The table: time and ratio of every point.</summary>
    public DataTable Table(string what)
    {
        var scale = TimeScale.For(study.Points.Select(point => point.Timing.Median).Append(study.Serial.Median).Max());
        return new(
            ["Engine", "Workers", "Size", $"Median time ({scale.Unit})", what, "95 % interval"],
            [
                [StudyResult.SerialName, "", NumberText.Of(study.Size), NumberText.Of(scale.Of(study.Serial.Median)), "1", ""],
                .. measured.Value.Select(m => (string[])
                [
                    m.Point.Engine, NumberText.Of(m.Point.Workers), NumberText.Of(m.Point.Size), NumberText.Of(scale.Of(m.Point.Timing.Median)),
                    NumberText.Of(m.Ratio.Value), NumberText.Range(m.Ratio.Interval),
                ]),
            ]);
    }

    /// <summary>What is to be seen, an engine a sentence: "Speed-up of threads: 1 at 1 worker and 1.9 at 2 workers."</summary>
    public string Describe(string what) => string.Join(" ", engines.Select(engine =>
        $"{what} of {engine}: {NumberText.List(measured.Value.Where(m => m.Point.Engine == engine).Select(m => $"{NumberText.Of(m.Ratio.Value)} at {NumberText.Count(m.Point.Workers, "worker")}"))}."));

    /// <summary>What was kept the same, on what, and what is included.</summary>
    public IEnumerable<string> Remarks =>
    [
        MachineText.Of(study.Machine),
        study.Kind == ScalingKind.Strong ? "Strong scaling: the same problem for every number of workers." : "Weak scaling: the problem grows with the workers.",
        $"Against the best serial version, {TimeScale.SayAny(study.Serial.Median)}; bars: 95 % intervals.",
    ];

    static string Say(Ratio ratio) => $"{NumberText.Of(ratio.Value)} ({NumberText.Range(ratio.Interval)})";
}

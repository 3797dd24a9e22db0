using System.Text.Json.Nodes;
using LearningKit.Measuring;

namespace LearningKit.Charts;

/// <summary>
/// How many times as fast as the best serial version, for each number of workers that was measured, with the ideal and with what
/// the machine has to give as bounds.
/// </summary>
/// <remarks>No line joins the points: what lies between two counts was not measured.</remarks>
public sealed class SpeedupChart : Figure
{
    readonly StudyResult study;
    readonly ScalingTraces scaling;

    /// <summary>The speed-ups of a study.</summary>
    public SpeedupChart(StudyResult study) : base($"{What(study)} of {study.Description}")
    {
        this.study = study;
        scaling = new(study, study.Speedup);
        Badge = study.Machine.Trust;
    }

    /// <summary>
    /// The speed-up at which memory bandwidth ends it, for work that memory limits: the bandwidth of all workers over that of one.
    /// Null draws no such bound.
    /// </summary>
    public double? BandwidthBound { get; init; }

    static string What(StudyResult study) => (study ?? throw new ArgumentNullException(nameof(study))).Kind == ScalingKind.Strong ? "Speed-up" : "Scaled speed-up";

    /// <inheritdoc/>
    public override DataTable Table => scaling.Table(What(study));

    /// <inheritdoc/>
    protected override IEnumerable<string> Remarks => scaling.Remarks;

    /// <inheritdoc/>
    protected override IEnumerable<JsonObject> Traces()
    {
        var cores = study.Machine.Trust.EffectiveCores;
        double[] ends = [1, Math.Max(2, scaling.Most)];
        yield return PlotlyJson.LineTrace("ideal", ends, ends, "dash");
        yield return PlotlyJson.LineTrace($"effective cores: {NumberText.Of(cores)}", ends, [cores, cores], "dot");
        if (BandwidthBound is { } bound) yield return PlotlyJson.LineTrace($"memory bandwidth: {NumberText.Of(bound)}", ends, [bound, bound], "dashdot");
        foreach (var trace in scaling.Points("speed-up")) yield return trace;
        if (Prediction is not null) yield return PlotlyJson.PredictionMarker(Prediction, Prediction.X ?? scaling.Most, Prediction.Value);
    }

    /// <inheritdoc/>
    protected override JsonObject Layout()
    {
        var y = PlotlyJson.Axis(new($"{What(study)} (times)"));
        y["rangemode"] = "tozero";
        return new() { ["xaxis"] = scaling.WorkerAxis(), ["yaxis"] = y, ["showlegend"] = true };
    }

    /// <inheritdoc/>
    protected override string Describe() => scaling.Describe(What(study))
        + $" Bounds: {NumberText.Of(study.Machine.Trust.EffectiveCores)} effective cores{(BandwidthBound is { } bound ? $", {NumberText.Of(bound)} by memory bandwidth" : "")}.";

    /// <inheritdoc/>
    protected override string SayValue(double number) => $"{NumberText.Of(number)} times";
}

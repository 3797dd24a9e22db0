using System.Text.Json.Nodes;
using LearningKit.Measuring;

namespace LearningKit.Charts;

/// <summary>The speed-up for each worker, for each number of workers that was measured: 1 is ideal, and effective cores bound it.</summary>
public sealed class EfficiencyChart : Figure
{
    const int BoundPoints = 64;

    readonly StudyResult study;
    readonly ScalingTraces scaling;

    /// <summary>The efficiencies of a study.</summary>
    public EfficiencyChart(StudyResult study) : base($"Efficiency of {(study ?? throw new ArgumentNullException(nameof(study))).Description}")
    {
        this.study = study;
        scaling = new(study, study.Efficiency);
        Badge = study.Machine.Trust;
    }

    /// <inheritdoc/>
    public override DataTable Table => scaling.Table("Efficiency");

    /// <inheritdoc/>
    protected override IEnumerable<string> Remarks => scaling.Remarks;

    /// <inheritdoc/>
    protected override IEnumerable<JsonObject> Traces()
    {
        var most = Math.Max(2, scaling.Most);
        var cores = study.Machine.Trust.EffectiveCores;
        double[] workers = [.. Enumerable.Range(0, BoundPoints + 1).Select(i => 1 + (most - 1) * i / BoundPoints)];
        yield return PlotlyJson.LineTrace("ideal", [1, most], [1, 1], "dash");
        yield return PlotlyJson.LineTrace($"effective cores: {NumberText.Of(cores)}", workers, workers.Select(w => Math.Min(1, cores / w)), "dot");
        foreach (var trace in scaling.Points("efficiency")) yield return trace;
        if (Prediction is not null) yield return PlotlyJson.PredictionMarker(Prediction, Prediction.X ?? scaling.Most, Prediction.Value);
    }

    /// <inheritdoc/>
    protected override JsonObject Layout()
    {
        var y = PlotlyJson.Axis(new("Efficiency (speed-up a worker)"));
        y["rangemode"] = "tozero";
        return new() { ["xaxis"] = scaling.WorkerAxis(), ["yaxis"] = y, ["showlegend"] = true };
    }

    /// <inheritdoc/>
    protected override string Describe() => scaling.Describe("Efficiency");

    /// <inheritdoc/>
    protected override string SayValue(double number) => NumberText.Of(number);
}

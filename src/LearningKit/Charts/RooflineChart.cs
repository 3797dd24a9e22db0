using System.Text.Json.Nodes;
using LearningKit.Measuring;

namespace LearningKit.Charts;

/// <summary>What a machine allows a kernel: the lower of its peak and of bandwidth times arithmetic intensity; and what kernels reached.</summary>
/// <remarks>Source: S. Williams, A. Waterman, D. Patterson, "Roofline: an insightful visual performance model", CACM 52(4), 2009.</remarks>
/// <param name="roof">What the machine allows.</param>
/// <param name="kernels">The kernels measured.</param>
/// <param name="title">What the figure shows, in one line.</param>
public sealed class RooflineChart(Roofline roof, IReadOnlyList<RooflinePoint> kernels, string title = "Roofline") : Figure(title)
{
    /// <summary>Lower peaks, such as that of code without vectors: name and 1e9 floating-point operations a second.</summary>
    public IReadOnlyList<(string Name, double GFlops)> Ceilings { get; init; } = [];

    /// <inheritdoc/>
    public override DataTable Table => new(
        ["Kernel", "FLOP/byte", "GFLOP/s", "Roof (GFLOP/s)", "Share of roof", "Limited by"],
        [.. kernels.Select(k => (string[])[k.Name, NumberText.Of(k.FlopsPerByte), NumberText.Of(k.GFlops), NumberText.Of(roof.Attainable(k.FlopsPerByte)), Share(k), Limit(k)])]);

    string Share(RooflinePoint kernel) => NumberText.Percent(kernel.GFlops / roof.Attainable(kernel.FlopsPerByte));

    string Limit(RooflinePoint kernel) => kernel.FlopsPerByte < roof.Ridge ? "memory" : "arithmetic";

    /// <inheritdoc/>
    protected override IEnumerable<JsonObject> Traces()
    {
        double[] intensities = [.. kernels.Select(k => k.FlopsPerByte), roof.Ridge];
        var (from, to) = (intensities.Min() / 4, intensities.Max() * 4);
        yield return PlotlyJson.LineTrace($"roof: {NumberText.Of(roof.PeakGigaflops)} GFLOP/s, {NumberText.Of(roof.GigabytesPerSecond)} GB/s", [from, roof.Ridge, to], [roof.Attainable(from), roof.PeakGigaflops, roof.PeakGigaflops], "solid", Palette.Ink);
        foreach (var (name, gflops) in Ceilings)
            yield return PlotlyJson.LineTrace($"{name}: {NumberText.Of(gflops)} GFLOP/s", [gflops / roof.GigabytesPerSecond, to], [gflops, gflops], "dash");
        for (var k = 0; k < kernels.Count; k++) yield return Point(kernels[k], k);
        if (Prediction is not null) yield return PlotlyJson.PredictionMarker(Prediction, Prediction.X ?? roof.Ridge, Prediction.Value);
    }

    JsonObject Point(RooflinePoint kernel, int index) => new()
    {
        ["type"] = "scatter",
        ["mode"] = "markers",
        ["name"] = PlotlyText.Escape(kernel.Name),
        ["x"] = PlotlyJson.Numbers([kernel.FlopsPerByte]),
        ["y"] = PlotlyJson.Numbers([kernel.GFlops]),
        ["hovertext"] = PlotlyJson.Labels([$"{kernel.Name}: {NumberText.Of(kernel.GFlops)} GFLOP/s, {Share(kernel)} of its roof"]),
        ["hoverinfo"] = "text",
        ["marker"] = new JsonObject { ["color"] = Palette.Colour(index), ["symbol"] = Palette.Symbol(index), ["size"] = 11 },
    };

    /// <inheritdoc/>
    protected override JsonObject Layout() => new()
    {
        ["xaxis"] = PlotlyJson.Axis(new("Arithmetic intensity", "FLOP/byte") { Logarithmic = true }),
        ["yaxis"] = PlotlyJson.Axis(new("Performance", "GFLOP/s") { Logarithmic = true }),
        ["showlegend"] = true,
    };

    /// <inheritdoc/>
    protected override string Describe() =>
        $"The roof rises with {NumberText.Of(roof.GigabytesPerSecond)} GB/s to {NumberText.Of(roof.PeakGigaflops)} GFLOP/s, reached from {NumberText.Of(roof.Ridge)} FLOP/byte on. "
        + string.Join(" ", kernels.Select(k => $"{k.Name}: {NumberText.Of(k.GFlops)} GFLOP/s at {NumberText.Of(k.FlopsPerByte)} FLOP/byte, {Share(k)} of its roof, limited by {Limit(k)}."));

    /// <inheritdoc/>
    protected override string SayValue(double number) => $"{NumberText.Of(number)} GFLOP/s";
}

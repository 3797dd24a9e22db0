using System.Text.Json.Nodes;

namespace LearningKit.Charts;

/// <summary>How often values fall into each of equally wide bins.</summary>
/// <remarks>The bins are counted here, so a million values make a small figure. Values that are not finite are left out and counted.</remarks>
public sealed class HistogramChart : Figure
{
    const int MostBins = 60;

    readonly Axis value;
    readonly double[] values;
    readonly int[] counts;
    readonly double first;
    readonly double width;
    readonly int leftOut;

    /// <summary>Counts the values.</summary>
    /// <param name="title">What the figure shows, in one line.</param>
    /// <param name="value">The axis of the values.</param>
    /// <param name="values">The values.</param>
    /// <param name="bins">How many bins; null chooses by the rule of Freedman and Diaconis (1981), which jitter and outliers do not fool.</param>
    public HistogramChart(string title, Axis value, IReadOnlyList<double> values, int? bins = null) : base(title)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (bins is < 1) throw new ArgumentOutOfRangeException(nameof(bins), bins, "A histogram needs at least 1 bin.");
        this.value = value;
        this.values = [.. values.Where(double.IsFinite).Order()];
        leftOut = values.Count - this.values.Length;
        counts = new int[bins ?? ChooseBins(this.values)];
        if (this.values.Length == 0) return;
        first = this.values[0];
        width = this.values[^1] > first ? (this.values[^1] - first) / counts.Length : 1;
        foreach (var v in this.values) counts[Math.Min((int)((v - first) / width), counts.Length - 1)]++;
    }

    static int ChooseBins(double[] sorted)
    {
        if (sorted.Length < 2 || sorted[^1] == sorted[0]) return 1;
        var spread = sorted[sorted.Length * 3 / 4] - sorted[sorted.Length / 4];
        var bins = spread == 0 ? Math.Sqrt(sorted.Length) : (sorted[^1] - sorted[0]) * Math.Cbrt(sorted.Length) / (2 * spread);
        return (int)Math.Clamp(Math.Ceiling(bins), 1, MostBins);
    }

    double Low(int bin) => first + bin * width;

    double Median => values[values.Length / 2];

    /// <inheritdoc/>
    public override DataTable Table => new(
        [$"{value.Name} from{Unit}", $"to{Unit}", "Count"],
        values.Length == 0 ? [] : [.. counts.Select((count, bin) => (string[])[NumberText.Of(Low(bin)), NumberText.Of(Low(bin + 1)), NumberText.Of(count)])]);

    string Unit => value.Unit.Length == 0 ? "" : $" ({value.Unit})";

    /// <inheritdoc/>
    protected override IEnumerable<string> Remarks => leftOut == 0 ? [] : [$"{NumberText.Count(leftOut, "value")} that are no finite numbers are left out."];

    /// <inheritdoc/>
    protected override IEnumerable<JsonObject> Traces()
    {
        var bins = Enumerable.Range(0, values.Length == 0 ? 0 : counts.Length).ToArray();
        yield return new JsonObject
        {
            ["type"] = "bar",
            ["name"] = "count",
            ["x"] = PlotlyJson.Numbers(bins.Select(bin => Low(bin) + width / 2)),
            ["y"] = PlotlyJson.Numbers(bins.Select(bin => (double)counts[bin])),
            ["width"] = width,
            ["hovertext"] = PlotlyJson.Labels(bins.Select(bin => $"{NumberText.Of(Low(bin))} to {value.Say(Low(bin + 1))}: {counts[bin]}")),
            ["hoverinfo"] = "text",
            ["marker"] = new JsonObject { ["color"] = Palette.Colour(0), ["line"] = new JsonObject { ["color"] = Palette.Paper, ["width"] = 1 } },
        };
        if (Prediction is not null)
            yield return PlotlyJson.LineTrace(Prediction.Name, [Prediction.Value, Prediction.Value], [0, counts.Max()], "dot", Palette.Ink);
    }

    /// <inheritdoc/>
    protected override JsonObject Layout()
    {
        var count = PlotlyJson.Axis(new("Count"));
        count["rangemode"] = "tozero";
        return new() { ["xaxis"] = PlotlyJson.Axis(value), ["yaxis"] = count, ["bargap"] = 0, ["showlegend"] = Prediction is not null };
    }

    /// <inheritdoc/>
    protected override string Describe()
    {
        if (values.Length == 0) return "No values.";
        var tallest = Array.IndexOf(counts, counts.Max());
        return $"{NumberText.Count(values.Length, "value")} from {NumberText.Of(values[0])} to {value.Say(values[^1])}, median {value.Say(Median)}; "
            + $"the tallest of {NumberText.Count(counts.Length, "bin")} is {NumberText.Of(Low(tallest))} to {value.Say(Low(tallest + 1))} with {counts[tallest]}.";
    }

    /// <inheritdoc/>
    protected override string SayValue(double number) => value.Say(number);
}

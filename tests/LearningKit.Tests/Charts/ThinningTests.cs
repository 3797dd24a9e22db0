using FsCheck;
using FsCheck.Fluent;
using LearningKit.Charts;
using LearningKit.Tracing;
using Xunit;

namespace LearningKit.Tests.Charts;

public sealed class ThinningTests
{
    [Fact]
    public void Indices_AnyValues_KeepEndsAndExtremesInOrder() =>
        Prop.ForAll(Gen.Choose(1, 20_000).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (count, seed) =>
        {
            var random = new Random(seed);
            var values = Enumerable.Range(0, count).Select(_ => random.NextDouble()).ToArray();
            var kept = Thinning.Indices(values);
            return kept.Count <= Thinning.MostPoints + 2
                && kept.SequenceEqual(kept.Distinct().Order())
                && kept[0] == 0 && kept[^1] == count - 1
                && kept.Max(i => values[i]) == values.Max() && kept.Min(i => values[i]) == values.Min()
                && (count > Thinning.MostPoints || kept.Count == count);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Lines_OfManyPoints_AreThinnedOutAndSaySo()
    {
        double[] many = [.. Enumerable.Range(0, 100_000).Select(i => Math.Sin(i / 1000.0))];
        var chart = new LineChart("Many", new("x"), new("y"), new Series("sine", [.. many.Select((_, i) => (double)i)], many));

        Assert.InRange(chart.ToPlotly()["data"]![0]!["x"]!.AsArray().Count, 1000, Thinning.MostPoints + 2);
        Assert.Contains("Of 100000 points, each stretch's smallest and largest are drawn", chart.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Gantt_OfManyEvents_JoinsNeighboursAndSaysSo()
    {
        TraceEvent[] many = [.. Enumerable.Range(0, 50_000).Select(i => Gallery.Event(i % 2, TraceCategory.Execute, i * 0.01, 0.018, i))];
        var chart = new GanttChart(many);
        var lanes = GanttLanes.Of(many);

        Assert.InRange(lanes.Spans.Count, 1, 2000);
        Assert.Equal(50_000, lanes.Spans.Sum(span => span.Count));
        Assert.Contains("50000 spans drawn as", chart.AltText, StringComparison.Ordinal);
        Assert.Equal("25000", chart.Table.Rows[0][1]);   // the table counts events, not bars
    }

    [Fact]
    public void Gantt_Joining_KeepsKindsAndFailuresApart()
    {
        TraceEvent[] many = [.. Enumerable.Range(0, 10_000).Select(i => Gallery.Event(0, i < 5000 ? TraceCategory.Execute : TraceCategory.Wait, i, 1, failed: i == 2500))];

        Assert.Equal(
            [(TraceCategory.Execute, false, 2500), (TraceCategory.Execute, true, 1), (TraceCategory.Execute, false, 2499), (TraceCategory.Wait, false, 5000)],
            GanttLanes.Of(many).Spans.Select(span => (span.Category, span.Failed, span.Count)));
    }

    [Fact]
    public void Histogram_AnyValues_CountsEachOnce() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NormalFloat[]>(), ArbMap.Default.ArbFor<PositiveInt>(), (values, bins) =>
        {
            double[] numbers = [.. values.Select(value => value.Get)];
            var chart = new HistogramChart("h", new("x"), numbers, Math.Min(bins.Get, 200));
            return chart.Table.Rows.Sum(row => int.Parse(row[2])) == numbers.Length;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Histogram_ValuesThatAreNotFinite_AreLeftOutAndSaidSo()
    {
        var chart = new HistogramChart("h", new("x"), [1, 2, double.NaN, double.NegativeInfinity]);

        Assert.Equal(2, chart.Table.Rows.Sum(row => int.Parse(row[2])));
        Assert.Contains("2 values that are no finite numbers are left out.", chart.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void HeatMap_LargerThanAnyScreen_IsAveragedOverBlocks()
    {
        var chart = new HeatMapChart("h", new("x"), new("y"), new("z"), Gallery.Table(1000, 10, (row, _) => row));
        var rows = chart.ToPlotly()["data"]![0]!["z"]!.AsArray();

        Assert.Equal(250, rows.Count);
        Assert.Equal(1.5, (double)rows[0]![0]!);   // the mean of rows 0 to 3
        Assert.Equal(997.5, (double)rows[249]![0]!);
    }
}

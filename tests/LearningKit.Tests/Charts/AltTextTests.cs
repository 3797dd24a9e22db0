using LearningKit.Charts;
using LearningKit.Measuring;
using LearningKit.Tracing;
using Xunit;

namespace LearningKit.Tests.Charts;

public sealed class AltTextTests
{
    static string Alt(string name) => Gallery.All[name].AltText;

    [Fact]
    public void Speedup_Study_SaysEachEnginesSpeedups() =>
        Assert.Contains("Speed-up of threads: 0.98 at 1 worker, 1.9 at 2 workers and 3.45 at 4 workers.", Alt("speed-up"), StringComparison.Ordinal);

    [Fact]
    public void Efficiency_Study_SaysEachEnginesEfficiencies() =>
        Assert.Contains("Efficiency of tasks: 0.962 at 1 worker, 0.862 at 2 workers and 0.694 at 4 workers.", Alt("efficiency"), StringComparison.Ordinal);

    [Fact]
    public void Timing_WithColdCall_SaysMedianIntervalAndFirstCall() =>
        Assert.Contains("rows: median 12.6 ms (12.2 to 13) of 15 samples, first call 400 ms.", Alt("timing"), StringComparison.Ordinal);

    [Fact]
    public void Gantt_Events_SaysShareOfEachWorkerAndWhoEndsLast() =>
        Assert.Contains("3 lanes, 9 spans in 15.6 ms. Busy share: worker 0 83.3 % and worker 1 64.1 %. The last to end is caller with gather, at 15.6 ms.", Alt("gantt"), StringComparison.Ordinal);

    [Fact]
    public void Waterfall_Steps_SaysSharesAndSum() =>
        Assert.Contains("divide 2 ms (3.6 %), execute 40 ms (71.4 %), wait 11 ms (19.6 %) and gather 3 ms (5.4 %) make 56 ms.", Alt("waterfall"), StringComparison.Ordinal);

    [Fact]
    public void Roofline_Kernels_SaysWhatLimitsEach() =>
        Assert.Contains("triad: 1.9 GFLOP/s at 0.083 FLOP/byte, 91.6 % of its roof, limited by memory.", Alt("roofline"), StringComparison.Ordinal);

    [Fact]
    public void HeatMap_Table_SaysWhereTheExtremesAre() =>
        Assert.Contains("lowest 0 at From rank 0, To rank 0, highest 50 at From rank 0, To rank 5", Alt("heat map"), StringComparison.Ordinal);

    [Fact]
    public void Lines_Series_SaysTheExtremesOfEach() =>
        Assert.Contains("threads: 5 points; lowest 53 ms at 100, highest 260 ms at 10000.", Alt("lines"), StringComparison.Ordinal);

    [Fact]
    public void Image_WithDescription_SaysIt() => Assert.Contains("Waves cross at right angles. 320 x 200 pixels", Alt("image"), StringComparison.Ordinal);

    [Fact]
    public void Prediction_AtAPlace_IsSaidWithUnit() => Assert.Contains("Your prediction at 4: 3.2 times.", Alt("speed-up"), StringComparison.Ordinal);

    [Fact]
    public void WeakStudy_IsCalledScaledSpeedup() =>
        Assert.Contains("Scaled speed-up of threads", new SpeedupChart(Gallery.Study with { Kind = ScalingKind.Weak }).AltText, StringComparison.Ordinal);

    public static IEnumerable<object[]> Empty =>
    [
        [new TimingChart(Array.Empty<Timing>())], [new GanttChart(new Trace())], [new HistogramChart("t", new("x"), [])],
        [new HeatMapChart("t", new("x"), new("y"), new("z"), new double[0, 0])], [new WaterfallChart("t", new("x"), [])], [new BarChart("t", new("x"), [])],
        [new LineChart("t", new("x"), new("y"))], [new SpeedupChart(Gallery.Study with { Points = [] })], [new EfficiencyChart(Gallery.Study with { Points = [] })],
        [new RooflineChart(new(1, 10, 10), [])],
    ];

    [Theory, MemberData(nameof(Empty))]
    public void AnyChart_WithoutData_SaysSoAndDrawsNothingWrong(Figure figure)
    {
        Assert.NotEmpty(figure.AltText);
        Assert.NotEmpty(figure.ToText());
        Assert.NotEmpty(figure.ToHtml());
    }
}

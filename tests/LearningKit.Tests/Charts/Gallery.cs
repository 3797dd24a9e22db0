using LearningKit.Charts;
using LearningKit.Measuring;
using LearningKit.Tracing;

namespace LearningKit.Tests.Charts;

/// <summary>One figure of every type, made from fixed numbers.</summary>
static class Gallery
{
    public static TrustBadge Badge { get; } = TrustBadge.Of(4, 3.8);

    public static MachineCard Machine { get; } = new()
    {
        Cpu = "Test CPU",
        Cores = 4,
        VectorBits = 256,
        Memory = 8L << 30,
        Os = "Test OS",
        Runtime = ".NET 10",
        GcMode = "workstation",
        Tiering = "tiered",
        ThreadPool = new(4, 100, 4),
        Build = "Release",
        Date = new(2026, 1, 2, 0, 0, 0, TimeSpan.Zero),
        Trust = Badge,
    };

    /// <summary>Samples around a median, without chance.</summary>
    public static Timing Timing(string name, double median, int count = 15, double? cold = null) => new()
    {
        Name = name,
        Seconds = [.. Enumerable.Range(0, count).Select(i => median * (1 + 0.04 * Math.Sin(3 * i) + (i % 7 == 3 ? 0.1 : 0)))],
        ColdSeconds = cold,
    };

    public static StudyResult Study { get; } = new()
    {
        Workload = "heat",
        Description = "heat on a grid of 1024 x 1024 points, 100 sweeps",
        SizeMeaning = "points in a row",
        Size = 1024,
        Seed = 1,
        Kind = ScalingKind.Strong,
        Machine = Machine,
        Serial = Timing("serial", 0.1),
        Points =
        [
            new("threads", 1, 1024, Timing("threads", 0.102)), new("threads", 2, 1024, Timing("threads", 0.0526)), new("threads", 4, 1024, Timing("threads", 0.029)),
            new("tasks", 1, 1024, Timing("tasks", 0.104)), new("tasks", 2, 1024, Timing("tasks", 0.058)), new("tasks", 4, 1024, Timing("tasks", 0.036)),
        ],
    };

    public static TraceEvent Event(int worker, TraceCategory category, double startMs, double ms, int? part = null, bool failed = false) => new()
    {
        Name = part is { } number ? $"part {number}" : category.ToString().ToLowerInvariant(),
        Category = category,
        Start = TimeSpan.FromMilliseconds(startMs),
        Duration = TimeSpan.FromMilliseconds(ms),
        Worker = worker,
        Part = part,
        Failed = failed,
    };

    public static IReadOnlyList<TraceEvent> Events { get; } =
    [
        Event(Trace.Caller, TraceCategory.Divide, 0, 1.5),
        Event(0, TraceCategory.Execute, 1.5, 10, 0), Event(1, TraceCategory.Execute, 1.6, 4, 1), Event(1, TraceCategory.Execute, 5.7, 3, 2),
        Event(1, TraceCategory.Wait, 8.7, 2), Event(0, TraceCategory.Execute, 11.6, 3, 3), Event(1, TraceCategory.Communicate, 10.7, 1),
        Event(1, TraceCategory.Execute, 11.8, 2, 4, failed: true), Event(Trace.Caller, TraceCategory.Gather, 14.6, 1),
    ];

    /// <summary>Every figure type by name.</summary>
    public static IReadOnlyDictionary<string, Figure> All { get; } = new Dictionary<string, Figure>
    {
        ["timing"] = new TimingChart(new Comparison([Timing("rows", 0.0125, cold: 0.4), Timing("columns", 0.031, cold: 0.5), Timing("blocked", 0.0102, cold: 0.6)], Machine)) { Prediction = new(0.02) { Category = "columns" } },
        ["speed-up"] = new SpeedupChart(Study) { BandwidthBound = 2.2, Prediction = new(3.2) { X = 4 } },
        ["efficiency"] = new EfficiencyChart(Study),
        ["gantt"] = new GanttChart(Events) { Badge = Badge, Prediction = new(0.012) },
        ["histogram"] = new HistogramChart("Time of a request", new("Time", "ms"), [.. Enumerable.Range(0, 2000).Select(i => 20 + 6 * Math.Sin(i) + 3 * Math.Sin(0.7 * i) + (i % 50 == 0 ? 12 : 0))]) { Prediction = new(25) },
        ["heat map"] = new HeatMapChart("Messages between ranks", new("To rank"), new("From rank"), new("Messages"), Table(6, 6, (row, column) => row == column ? 0 : 10 * Math.Abs(row - column))),
        ["field"] = new HeatMapChart("Temperature after 500 sweeps", new("x"), new("y"), new("Temperature", "°C"), Table(500, 500, (row, column) => 100 * Math.Exp(-((row - 200) * (row - 200) + (column - 300) * (column - 300)) / 20000.0))),
        ["image"] = new ImageFigure("Sines", 320, 200, [.. Enumerable.Range(0, 320 * 200).Select(i => (byte)(128 + 60 * Math.Sin(i % 320 / 15.0) + 60 * Math.Cos(i / 320 / 11.0)))]) { Colours = ImageColours.Viridis, Description = "Waves cross at right angles." },
        ["roofline"] = new RooflineChart(new(4, 180, 25), [new("triad", 0.083, 1.9), new("heat", 0.4, 7), new("matrix product", 40, 150)]) { Badge = Badge, Ceilings = [("without vectors", 24)] },
        ["waterfall"] = new WaterfallChart("Where the time goes", new("Time", "ms"), [new("divide", 2), new("execute", 40), new("wait", 11), new("gather", 3)]) { Badge = Badge, Prediction = new(45) },
        ["bars"] = new BarChart("Throughput", new("Throughput", "MB/s"),
        [
            new("read", 410) { Group = "1 worker", Interval = new(400, 425) }, new("read", 770) { Group = "2 workers", Interval = new(740, 790) },
            new("parse", 120) { Group = "1 worker", Interval = new(115, 124) }, new("parse", 235) { Group = "2 workers", Interval = new(228, 239) },
        ])
        { Badge = Badge },
        ["lines"] = new LineChart("Grain against time", new("Parts") { Logarithmic = true }, new("Time", "ms"),
            new Series("tasks", [1, 10, 100, 1000, 10000], [100, 55, 52, 54, 90]) { Intervals = [new(98, 103), new(54, 57), new(51, 53), new(53, 56), new(85, 99)] },
            new Series("threads", [1, 10, 100, 1000, 10000], [101, 54, 53, 70, 260]))
        { Badge = Badge, Prediction = new(60) { X = 1000 } },
    };

    public static IEnumerable<object[]> Names => All.Keys.Select(name => new object[] { name });

    public static double[,] Table(int rows, int columns, Func<int, int, double> value)
    {
        var table = new double[rows, columns];
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++) table[row, column] = value(row, column);
        return table;
    }
}

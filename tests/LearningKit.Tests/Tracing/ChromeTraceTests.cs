using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using LearningKit.Tests.Measuring;
using LearningKit.Tracing;
using Xunit;

namespace LearningKit.Tests.Tracing;

public sealed class ChromeTraceTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Write_Span_IsACompleteEventInMicroseconds()
    {
        var span = Spans(Part)[0];
        Assert.Equal(("X", "part 3", "Execute"), ((string?)span["ph"], (string?)span["name"], (string?)span["cat"]));
        Assert.Equal((1500.5m, 2000m), ((decimal)span["ts"]!, (decimal)span["dur"]!));
        Assert.Equal((42, 2), ((int)span["pid"]!, (int)span["tid"]!));
        Assert.Equal((3, 7, 5), ((int)span["args"]!["part"]!, (int)span["args"]!["thread"]!, (int)span["args"]!["core"]!));
    }

    [Fact]
    public void Write_Rows_AreNamedOnceForEachProcessAndWorker()
    {
        TraceEvent[] events = [Part, Part, Part with { Worker = Trace.Caller }, Part with { Process = 43 }];
        var names = Items(events).Where(item => (string?)item["ph"] == "M")
            .Select(item => ((string?)item["name"], (int)item["pid"]!, (int)item["tid"]!, (string?)item["args"]!["name"])).ToArray();
        Assert.Equal(
        [
            ("process_name", 42, 0, "process 42"),
            ("process_name", 43, 0, "process 43"),
            ("thread_name", 42, 0, "caller"),
            ("thread_name", 42, 2, "worker 1"),
            ("thread_name", 43, 2, "worker 1"),
        ], names);
    }

    [Fact]
    public void Read_AnyEventsWritten_GivesThemBack() => Prop.ForAll(events.ListOf().ToArbitrary(), list =>
    {
        ChromeTrace.Write(list, folder.File("trace.json"));
        return ChromeTrace.Read(folder.File("trace.json")).SequenceEqual(list);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"traceEvents":[{"ph":"X","name":"a"}]}""")]
    [InlineData("""{"traceEvents":[{"ph":"X","name":"a","cat":"Sleep","ts":0,"dur":1,"pid":1,"tid":1}]}""")]
    [InlineData("""{"traceEvents":[{"ph":"X","name":"a","cat":"Execute","ts":"soon","dur":1,"pid":1,"tid":1}]}""")]
    [InlineData("""{"traceEvents":[{"ph":"X","name":"a","cat":"Execute","ts":1e30,"dur":1,"pid":1,"tid":1}]}""")]
    [InlineData("""{"traceEvents":[{"ph":1}]}""")]
    public void Read_FileThatIsNoTrace_SaysSoWithItsName(string text)
    {
        File.WriteAllText(folder.File("trace.json"), text);
        var failure = Assert.Throws<InvalidDataException>(() => ChromeTrace.Read(folder.File("trace.json")));
        Assert.Contains($"'{folder.File("trace.json")}' is not a trace", failure.Message);
    }

    static TraceEvent Part => new()
    {
        Name = "part 3",
        Category = TraceCategory.Execute,
        Start = TimeSpan.FromMicroseconds(1500.5),
        Duration = TimeSpan.FromMilliseconds(2),
        Worker = 1,
        Part = 3,
        Process = 42,
        Thread = 7,
        Core = 5,
    };

    JsonObject[] Items(params TraceEvent[] spans)
    {
        ChromeTrace.Write(spans, folder.File("trace.json"));
        var file = JsonNode.Parse(File.ReadAllText(folder.File("trace.json")))!;
        Assert.Equal("ms", (string?)file["displayTimeUnit"]);
        return [.. file["traceEvents"]!.AsArray().Cast<JsonObject>()];
    }

    JsonObject[] Spans(params TraceEvent[] spans) => [.. Items(spans).Where(item => (string?)item["ph"] == "X")];

    static readonly Gen<TraceEvent> events =
        from name in ArbMap.Default.GeneratorFor<NonNull<string>>()
        from category in Gen.Elements(Enum.GetValues<TraceCategory>())
        from start in Gen.Choose(0, int.MaxValue)
        from duration in Gen.Choose(0, int.MaxValue)
        from worker in Gen.Choose(Trace.Caller, 100)
        from part in Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(0, 100).Select(p => (int?)p))
        from failed in ArbMap.Default.GeneratorFor<bool>()
        select new TraceEvent { Name = name.Get, Category = category, Start = new(start), Duration = new(duration), Worker = worker, Part = part, Process = start % 3, Thread = 1, Core = 2, Failed = failed };
}

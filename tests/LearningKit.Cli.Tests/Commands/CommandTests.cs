using System.Text.Json.Nodes;
using LearningKit.Measuring;
using LearningKit.Tracing;
using Xunit;

namespace LearningKit.Cli.Tests.Commands;

public class CommandTests
{
    [Fact]
    public async Task Doctor_TellsOfMachineAndPrograms()
    {
        var run = await KitRun.Of("doctor");

        Assert.Equal(0, run.ExitCode);
        foreach (var word in (string[])["processor", "effective", "thread pool", "GC", "npm", "python3", "chromium", "gcc"])
            Assert.Contains(word, run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', run.Out);
    }

    [Fact]
    public async Task Lessons_TellsWhereProgressIsKept()
    {
        var run = await KitRun.Of("lessons");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Your progress is kept in", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Study_OfASmallProblem_WritesTablePageJsonAndCsv()
    {
        using var folder = new TemporaryFolder();

        var run = await KitRun.Of("study", "count-primes", "--size", "1000", "--workers", "2", "--engine", "threads,plinq", "--out", folder.Path);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("Speed-up of CountPrimes", run.Out, StringComparison.Ordinal);
        var study = StudyResult.Load(folder.File("study.json"));
        Assert.Equal([("threads", 1), ("threads", 2), ("plinq", 1), ("plinq", 2)], study.Points.Select(point => (point.Engine, point.Workers)));
        Assert.Equal(study.Points.Count, StudyResult.ReadCsv(folder.File("study.csv")).Points.Count);
        Assert.Contains("Where it was measured", File.ReadAllText(folder.File("study.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trace_OfASmallProblem_WritesTimelineAndTrace()
    {
        using var folder = new TemporaryFolder();

        var run = await KitRun.Of("trace", "count-primes", "--size", "1000", "--workers", "2", "--parts", "5", "--engine", "threads-cyclic", "--out", folder.Path);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(5, ChromeTrace.Read(folder.File("trace.json")).Count(span => span.Category == TraceCategory.Execute));
        Assert.NotNull(JsonNode.Parse(File.ReadAllText(folder.File("trace.json")))!["traceEvents"]);
        Assert.Contains("plotly", File.ReadAllText(folder.File("timeline.html")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Data_MadeTwiceFromOneSeed_IsTheSame()
    {
        using var folder = new TemporaryFolder();

        await KitRun.Of("data", "make", "weather", "--rows", "1000", "--seed", "3", "--out", folder.File("a.csv"));
        await KitRun.Of("data", "make", "weather", "--size", "1000", "--seed", "3", "--out", folder.File("b.csv"));
        var check = await KitRun.Of("data", "check", folder.File("a.csv"));

        Assert.Equal(File.ReadAllBytes(folder.File("a.csv")), File.ReadAllBytes(folder.File("b.csv")));
        Assert.Equal(0, check.ExitCode);
        Assert.Contains("1000 rows", check.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DataList_NamesWhatComesAndWhatCanBeMade()
    {
        var run = await KitRun.Of("data", "list");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("weather-sample", run.Out, StringComparison.Ordinal);
        Assert.Contains("stars", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DataCheck_OfTheKitsOwn_FindsThemWhole()
    {
        var run = await KitRun.Of("data", "check");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("is whole", run.Out, StringComparison.Ordinal);
    }
}

using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using LearningKit.Measuring;
using Xunit;

namespace LearningKit.Tests.Measuring;

public sealed class StudyFileTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Json_AnyStudy_ReadsBackTheSame() => Prop.ForAll(studies.ToArbitrary(), study =>
    {
        study.Save(folder.File("study.json"));
        return Text(StudyResult.Load(folder.File("study.json"))) == Text(study);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Csv_AnyStudy_ReadsBackTheSame() => Prop.ForAll(studies.ToArbitrary(), study =>
    {
        study.WriteCsv(folder.File("study.csv"));
        return Text(StudyResult.ReadCsv(folder.File("study.csv"))) == Text(study);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Csv_Study_HasTwoCommentsAHeaderAndARowASample()
    {
        Small.WriteCsv(folder.File("study.csv"));
        var lines = File.ReadAllLines(folder.File("study.csv"));
        Assert.StartsWith("# machine: {\"cpu\":\"A Processor\"", lines[0]);
        Assert.StartsWith("# study: {\"workload\":\"work\"", lines[1]);
        Assert.Equal("name,engine,workers,size,phase,seconds,calls,stable", lines[2]);
        Assert.Equal("serial,serial,1,10,Sample,1.5,1,True", lines[3]);
        Assert.Equal("threads x 2,threads,2,10,Sample,0.75,1,True", lines[4]);
    }

    /// <summary>A spreadsheet sorts rows and ends lines in its own way.</summary>
    [Fact]
    public void Csv_RowsInAnotherOrderAndOtherLineEnds_ReadTheSame()
    {
        Small.WriteCsv(folder.File("study.csv"));
        var lines = File.ReadAllLines(folder.File("study.csv"));
        File.WriteAllText(folder.File("study.csv"), string.Join("\r\n", lines[0], lines[1], lines[2], lines[4], lines[3]));
        Assert.Equal(Text(Small), Text(StudyResult.ReadCsv(folder.File("study.csv"))));
    }

    [Fact]
    public void Save_OverAnOldFile_LeavesTheNewOneAlone()
    {
        File.WriteAllText(folder.File("study.json"), "old");
        Small.Save(folder.File("study.json"));
        Assert.Equal(["study.json"], folder.Files);
        Assert.Equal(Text(Small), Text(StudyResult.Load(folder.File("study.json"))));
    }

    [Theory]
    [InlineData("", "is not a study")]
    [InlineData("null", "It holds null")]
    [InlineData("{ \"workload\": \"work\",\n  broken", "at line 2")]
    [InlineData("{}", "missing required properties")]
    public void Load_BrokenFile_SaysWhereItBreaks(string text, string expected)
    {
        File.WriteAllText(folder.File("study.json"), text);
        var failure = Assert.Throws<InvalidDataException>(() => StudyResult.Load(folder.File("study.json")));
        Assert.Contains(folder.File("study.json"), failure.Message);
        Assert.Contains(expected, failure.Message);
    }

    [Fact]
    public void Load_TimingWithoutSamplesOrNullPoint_IsRefused()
    {
        var json = JsonSerializer.SerializeToNode(Small, MeasuringJson.Compact)!;
        json["serial"]!["seconds"] = new System.Text.Json.Nodes.JsonArray();
        Assert.Contains("no samples of 'serial'", Refusal(json.ToJsonString()));

        json = JsonSerializer.SerializeToNode(Small, MeasuringJson.Compact)!;
        json["points"]![0] = null;
        Assert.Contains("null", Refusal(json.ToJsonString()));

        string Refusal(string text)
        {
            File.WriteAllText(folder.File("study.json"), text);
            return Assert.Throws<InvalidDataException>(() => StudyResult.Load(folder.File("study.json"))).Message;
        }
    }

    [Theory]
    [InlineData(0, "hello", "line 1 should begin with '# machine:'")]
    [InlineData(0, "# machine: {\"cpu\":", "line 1 is damaged")]
    [InlineData(1, "# study: {}", "line 2 is damaged")]
    [InlineData(2, "name,engine,workers,size,phase,calls,stable", "lacks a column")]
    [InlineData(3, "serial,serial,one,10,Sample,1.5,1,True", "line 4 is not a row of a study")]
    [InlineData(4, "threads x 2,threads,2,10", "line 5 is not a row of a study")]
    [InlineData(4, "threads x 2,threads,2,10,Guess,1,1,True", "line 5 is not a row of a study")]
    [InlineData(4, "threads x 2,threads,0,10,Sample,1,1,True", "had 0 workers")]
    [InlineData(3, "a,a,1,10,Sample,1.5,1,True", "the baseline is missing")]
    public void ReadCsv_BrokenLine_SaysWhereItBreaks(int line, string text, string expected)
    {
        Small.WriteCsv(folder.File("study.csv"));
        var lines = File.ReadAllLines(folder.File("study.csv"));
        lines[line] = text;
        File.WriteAllLines(folder.File("study.csv"), lines);
        var failure = Assert.Throws<InvalidDataException>(() => StudyResult.ReadCsv(folder.File("study.csv")));
        Assert.Contains(folder.File("study.csv"), failure.Message);
        Assert.Contains(expected, failure.Message);
    }

    [Fact]
    public void ReadCsv_EmptyFile_IsRefused()
    {
        File.WriteAllText(folder.File("study.csv"), "");
        Assert.Throws<InvalidDataException>(() => StudyResult.ReadCsv(folder.File("study.csv")));
    }

    static StudyResult Small => Samples.Study(ScalingKind.Strong, Samples.Timing("serial", 1.5), new StudyPoint("threads", 2, 10, Samples.Timing("threads x 2", 0.75)));

    /// <summary>All that a study holds, written without the code under test.</summary>
    static string Text(StudyResult study) => string.Join(
        '|',
        [study.Workload, study.Description, study.SizeMeaning, study.Size, study.Seed, study.Kind, study.Machine.ToString(), Text(study.Serial),
            .. study.Points.Select(point => $"{point.Engine} {point.Workers} {point.Size} {Text(point.Timing)}")]);

    static string Text(Timing timing) =>
        $"{timing.Name} {timing.ColdSeconds:R} ({string.Join(' ', timing.WarmUp)}) ({string.Join(' ', timing.Seconds)}) {timing.CallsPerSample} {timing.IsStable}";

    // Names with quotes, commas, line breaks and comment signs; times of every magnitude.
    static readonly Gen<string> names = ArbMap.Default.GeneratorFor<NonNull<string>>().Select(s => $"#\"{s.Get},\n");
    static readonly Gen<double> times = ArbMap.Default.GeneratorFor<NormalFloat>().Select(x => Math.Abs(x.Get));

    static readonly Gen<Timing> timings =
        from name in names
        from cold in Gen.OneOf(Gen.Constant((double?)null), times.Select(x => (double?)x))
        from warmUp in times.ListOf()
        from seconds in times.NonEmptyListOf()
        from calls in Gen.Choose(1, 1000)
        from stable in ArbMap.Default.GeneratorFor<bool>()
        select new Timing { Name = name, ColdSeconds = cold, WarmUp = [.. warmUp], Seconds = [.. seconds], CallsPerSample = calls, IsStable = stable };

    static readonly Gen<StudyResult> studies =
        from description in names
        from kind in Gen.Elements(ScalingKind.Strong, ScalingKind.Weak)
        from serial in timings
        from points in timings.ListOf()
        select Samples.Study(kind, serial, [.. points.Select((timing, i) => new StudyPoint("engine", i + 1, 10, timing))]) with { Description = description };
}

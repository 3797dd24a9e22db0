using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LearningKit.Data;
using LearningKit.Workloads;
using Xunit;

namespace LearningKit.Tests.Workloads;

public sealed class WeatherByStationTests : IDisposable
{
    const string Header = "station,temperature\n";

    readonly TemporaryFolder folder = new();

    /// <summary>Rows of which most are right, with every kind of line end and fault.</summary>
    static readonly Arbitrary<string> files = Gen.Zip(
            Gen.Frequency(
                (8, Gen.Zip(
                    Gen.Elements("Hamburg", "Oslo", "X", "São Paulo", "sixteen-bytes-16", "seventeen-bytes-1", "seventeen-bytes-2", new string('n', 100)),
                    Gen.Choose(-999, 999)).Select(row => $"{row.Item1},{(row.Item2 < 0 ? "-" : "")}{Math.Abs(row.Item2) / 10}.{Math.Abs(row.Item2) % 10}")),
                (2, Gen.Elements(
                    "", "Oslo", "Oslo,", ",1.0", "Oslo,1", "Oslo,1.23", "Oslo,123.4", "Oslo,+1.0", "Oslo,.5", "Oslo,1.0,", "Oslo,1.0 ", "Oslo,1.0\0",
                    "Os\"lo,1.0", "Oslo,--1.0", "Oslo,1,0", "\uFFFD,1.0", "Oslo,a.0", "Oslo,1.a", "Oslo,:.0", "Oslo,1.:", "Oslo,:1.0", "Oslo,-;.0", "Os\tlo,1.0", "\uFEFFOslo,1.0", new string('n', 101) + ",1.0"))),
            Gen.Frequency((6, Gen.Constant("\n")), (2, Gen.Constant("\r\n")), (1, Gen.Constant("\r"))))
        .ListOf().Select(rows => Header + string.Concat(rows.Select(row => row.Item1 + row.Item2))).ToArbitrary();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Solve_SmallFile_SumsUpEachStation()
    {
        var summary = Summarise(Header + "Oslo,1.5\nHamburg,-0.1\nOslo,-12.3\r\nOslo,99.9");
        Assert.Equal([new("Hamburg", 1, -1, -1, -1), new("Oslo", 3, 15 - 123 + 999, -123, 999)], summary.Stations);
        Assert.Equal((-12.3, 29.7, 99.9), (summary.Stations[1].Min, summary.Stations[1].Mean, summary.Stations[1].Max));
    }

    [Theory]
    [InlineData(Header)]
    [InlineData("station,temperature")]
    [InlineData("\uFEFFstation,temperature\r\n")]
    public void Solve_HeaderOnly_HasNoStations(string text) => Assert.Empty(Summarise(text).Stations);

    [Theory]
    [InlineData("Oslo", 2, "2 (temperature): expected a temperature, found the end of the row")]
    [InlineData("Oslo,warm", 2, "2 (temperature): expected a number from -99.9 to 99.9 with one decimal, such as 12.3, found 'warm'")]
    [InlineData("Oslo,", 2, "2 (temperature): expected a number from -99.9 to 99.9 with one decimal, such as 12.3, found nothing")]
    [InlineData("Oslo,1.25", 2, "2 (temperature): expected a number from -99.9 to 99.9 with one decimal, such as 12.3, found '1.25'")]
    [InlineData("Oslo,1.2,x", 3, "3: expected the end of the row, found 'x'")]
    [InlineData(",1.2", 1, "1 (station): expected a name of 1 to 100 characters without quotes and control characters, found nothing")]
    [InlineData("\"Oslo\",1.2", 1, "1 (station): expected a name of 1 to 100 characters without quotes and control characters, found '\"Oslo\"'")]
    public void Solve_BrokenRow_NamesRowColumnAndWhatWasExpected(string row, int column, string said)
    {
        var path = folder.Write("w.csv", Encoding.UTF8.GetBytes($"{Header}Oslo,1.0\nOslo,2.0\n{row}\nOslo,3.0\n"));
        var weather = new WeatherByStation(path);
        var fast = Assert.Throws<BrokenRowException>(() => weather.Solve());
        var readable = Assert.Throws<BrokenRowException>(() => ReadableWeatherReader.Summarise(weather.Divide(1)[0]));
        Assert.Equal($"{path}, row 4, column {said}.", fast.Message);
        Assert.Equal((path, 4, column), (fast.Path, fast.Row, fast.Column));
        Assert.Equal(fast.Message, readable.Message);
    }

    [Fact]
    public void Solve_BrokenRowFarDown_IsFoundByItsNumberInAnyPart()
    {
        var rows = Enumerable.Repeat("Hamburg,12.3", 100_000).ToArray();
        rows[77_776] = "Hamburg;12.3";
        var weather = new WeatherByStation(folder.Write("w.csv", Encoding.UTF8.GetBytes(Header + string.Join("\r\n", rows))));
        foreach (var parts in new[] { 1, 2, 7, 100 })
        {
            var error = Assert.Throws<BrokenRowException>(() => weather.Gather(weather.Divide(parts).Select(weather.Execute)));
            Assert.Equal((77_778, 2), (error.Row, error.Column));
        }
    }

    [Fact]
    public void Solve_SkipBad_LeavesOutAndCountsBrokenRows()
    {
        var summary = Summarise(Header + "Oslo,1.0\n\nOslo\nOslo,x\nOslo,2.0\n", skipBad: true);
        Assert.Equal([new("Oslo", 2, 30, 10, 20)], summary.Stations);
        Assert.Equal(3, summary.SkippedRows);
    }

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("city;temp\nOslo;1.0\n", "'city;temp'")]
    public void Solve_WrongHeader_SaysWhatWasExpected(string text, string found)
    {
        var path = folder.Write("w.csv", Encoding.UTF8.GetBytes(text));
        var error = Assert.Throws<BrokenRowException>(() => new WeatherByStation(path).Solve());
        Assert.Equal($"{path}, row 1, column 1 (station): expected the header 'station,temperature', found {found}.", error.Message);
    }

    [Fact]
    public void Solve_NoSuchFile_SaysHowToMakeOne()
    {
        var error = Assert.Throws<FileNotFoundException>(() => new WeatherByStation(folder["none.csv"]).Solve());
        Assert.Equal($"There is no weather file '{folder["none.csv"]}'. Make one with `kit data make weather`, or name another.", error.Message);
    }

    [Fact]
    public void Answer_AnyFileAndParts_EqualsTheReadableOne() =>
        Prop.ForAll(files, Gen.Choose(1, 20).ToArbitrary(), (text, parts) =>
        {
            var weather = new WeatherByStation(folder.Write("w.csv", Encoding.UTF8.GetBytes(text)), SkipBad: true);
            var readable = WeatherSummary.Merge(weather.Divide(1).Select(part => ReadableWeatherReader.Summarise(part, skipBad: true)));
            return weather.Solve() == readable
                && weather.Gather(weather.Divide(parts).Select(weather.Execute)) == readable
                && WeatherSummary.Merge(weather.Divide(parts).Select(part => ReadableWeatherReader.Summarise(part, skipBad: true))) == readable;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Strict_AnyFileAndParts_RefusesTheSameRowInTheSameWords() =>
        Prop.ForAll(files, Gen.Choose(1, 20).ToArbitrary(), (text, parts) =>
        {
            var weather = new WeatherByStation(folder.Write("w.csv", Encoding.UTF8.GetBytes(text)));
            var readable = Message(() => WeatherSummary.Merge(weather.Divide(1).Select(part => ReadableWeatherReader.Summarise(part))));
            return Message(() => weather.Solve()) == readable
                && Message(() => weather.Gather(weather.Divide(parts).Select(weather.Execute))) == readable
                && Message(() => WeatherSummary.Merge(weather.Divide(parts).Select(part => ReadableWeatherReader.Summarise(part)))) == readable;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Divide_AnyFileAndParts_CoversEachByteOnceAndCutsAtLineEnds() =>
        Prop.ForAll(files, Gen.Choose(1, 20).ToArbitrary(), (text, parts) =>
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var ranges = new WeatherByStation(folder.Write("w.csv", bytes)).Divide(parts);
            return ranges.Count <= parts
                && ranges.Select(range => range.Start).SequenceEqual(ranges.Select(range => range.End).Prepend(Header.Length).SkipLast(1))
                && (ranges.Count == 0 ? bytes.Length == Header.Length : ranges[^1].End == bytes.Length)
                && ranges.All(range => range.Length > 0 && bytes[range.Start - 1] == '\n');
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(200_000, 1)]
    [InlineData(150_001, -7)]
    public void Solve_ReadingsMadeFromASeed_IsTheirTruth(long rows, int seed)
    {
        var readings = new WeatherReadings(rows, seed);
        readings.Write(folder["made.csv"]);
        var weather = new WeatherByStation(folder["made.csv"]);
        var truth = readings.Truth();
        Assert.Equal(rows, truth.Rows);
        Assert.Equal(truth, weather.Solve());
        Assert.Equal(truth, weather.Gather(weather.Divide(5).Select(weather.Execute)));
        Assert.Equal(truth, WeatherSummary.Merge(weather.Divide(3).Select(part => ReadableWeatherReader.Summarise(part))));
    }

    [Fact]
    public void Execute_PartOfAnotherPart_ReadsItsRowsOnly()
    {
        var path = folder.Write("w.csv", Encoding.UTF8.GetBytes(Header + "Oslo,1.0\nOslo,2.0\nOslo,3.0\n"));
        var part = new FileRange(path, Header.Length + 9, Header.Length + 18);
        Assert.Equal([new("Oslo", 1, 20, 20, 20)], new WeatherByStation(path).Execute(part).Stations);
    }

    WeatherSummary Summarise(string text, bool skipBad = false) =>
        new WeatherByStation(folder.Write("w.csv", Encoding.UTF8.GetBytes(text)), skipBad).Solve();

    static string Message(Action action)
    {
        try { action(); }
        catch (BrokenRowException error) { return error.Message; }
        return "fine";
    }
}

using System.Text;
using LearningKit.Tables;
using LearningKit.Tables.Csv;
using Xunit;

namespace LearningKit.Tests.Tables;

public sealed class CsvTests
{
    [Theory]
    [InlineData("1|-2|+3", ColumnType.Whole)]
    [InlineData("9223372036854775807|-9223372036854775808", ColumnType.Whole)]
    [InlineData("1|2.5", ColumnType.Number)]
    [InlineData("1e5|.5|1.", ColumnType.Number)]
    [InlineData("NaN|-Infinity|1", ColumnType.Number)]
    [InlineData(" 1 | 2", ColumnType.Whole)]
    [InlineData("true|FALSE", ColumnType.Boolean)]
    [InlineData("2026-01-31|2026-01-31T18:30|2026-01-31 18:30:00.25", ColumnType.Time)]
    [InlineData("2026-01-31T18:30:00Z|2026-01-31T18:30:00+02:00", ColumnType.Time)]
    [InlineData("00123|4", ColumnType.Text)]
    [InlineData("0|0.5|-0", ColumnType.Number)]
    [InlineData("9223372036854775808|1", ColumnType.Text)]
    [InlineData("1,234|5", ColumnType.Text)]
    [InlineData("0x10", ColumnType.Text)]
    [InlineData("1 2", ColumnType.Text)]
    [InlineData("true|1", ColumnType.Text)]
    [InlineData("2026-02-30", ColumnType.Text)]
    [InlineData("31.01.2026", ColumnType.Text)]
    [InlineData("NA||null", ColumnType.Text)]
    [InlineData("NA|1", ColumnType.Whole)]
    [InlineData("", ColumnType.Text)]
    public void Types_AreInferredFromValues(string values, ColumnType expected)
    {
        var rows = values.Split('|').Select(value => $"\"{value}\",x\n");
        Assert.Equal(expected, Table.ParseCsv("v,x\n" + string.Concat(rows), new() { Separator = ',' })["v"].Type);
    }

    [Fact]
    public void Values_OfEachType_AreRead()
    {
        var table = Table.ParseCsv("w,n,s,b,t\n-7,2.5,Zürich,true,2026-01-31T20:30:00+02:00\n,,,,\n");
        Assert.Equal([-7L, 2.5, "Zürich", true, new DateTime(2026, 1, 31, 18, 30, 0)], table.Columns.Select(column => column.ValueAt(0)));
        Assert.All(table.Columns, column => Assert.Null(column.ValueAt(1)));
    }

    [Fact]
    public void Missing_Spellings_AreMissingUnlessATextIsQuoted()
    {
        var table = Table.ParseCsv("s,x\nNA,NA\n\"NA\",\"NA\"\n\"\",\"\"\n,1\n");
        Assert.Equal([null, "NA", "", null], table.Texts("s"));
        Assert.Equal([null, null, null, 1L], table.Wholes("x"));
        var own = Table.ParseCsv("s,x\nNA,-999\n,1\n", new() { Missing = ["-999"] });
        Assert.Equal(["NA", ""], own.Texts("s"));
        Assert.Equal([null, 1L], own.Wholes("x"));
    }

    [Fact]
    public void Surprise_AfterTheSample_NamesLineColumnValueAndTheCure()
    {
        var text = "id,x\n1,1\n2,\"2\"\n3,3\n4,oops\n";
        var broken = Assert.Throws<BrokenCsvException>(() => Table.ParseCsv(text, new() { SampleRows = 2 }));
        Assert.Equal((5, "x", "oops"), (broken.Line, broken.Column!, broken.Value!));
        Assert.Contains("line 5, column 'x': 'oops' is not a whole number, as the first 2 rows made expect", broken.Message, StringComparison.Ordinal);
        Assert.Contains("[\"x\"] = ColumnType.Text", broken.Message, StringComparison.Ordinal);
        Assert.Contains("ColumnType.Number", Assert.Throws<BrokenCsvException>(() => Table.ParseCsv("x\n1\n2.5\n", new() { SampleRows = 1 })).Message, StringComparison.Ordinal);
        Assert.Equal(ColumnType.Text, Table.ParseCsv(text, new() { SampleRows = null })["x"].Type);
        Assert.Equal("oops", Table.ParseCsv(text, new() { SampleRows = 2, Types = new Dictionary<string, ColumnType> { ["x"] = ColumnType.Text } })[3].Text("x"));
    }

    [Fact]
    public void Lines_OfFaults_CountLineEndsInQuotesAndEmptyLines()
    {
        var broken = Assert.Throws<BrokenCsvException>(() => Table.ParseCsv("s,x\n\n\"two\nlines\",1\na,b\n", new() { SampleRows = 1 }));
        Assert.Equal(5, broken.Line);
    }

    [Fact]
    public void GivenType_ThatDoesNotFit_IsRefused()
    {
        var broken = Assert.Throws<BrokenCsvException>(() => Table.ParseCsv("x\nlate\n", new() { Types = new Dictionary<string, ColumnType> { ["x"] = ColumnType.Time } }));
        Assert.Contains("line 2, column 'x': 'late' is not a date or time", broken.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b\n1\n", 2, "1 field instead of 2")]
    [InlineData("a,b\n1,2\n1,2,3\n", 3, "3 fields instead of 2")]
    [InlineData("a,b\n1,2\n\"open,2\n", 3, "quotes are wrong")]
    [InlineData("a,b\n1,2\n5\" pipe,2\n", 3, "quotes are wrong")]
    [InlineData("a,b\n\"x\"y,2\n", 2, "quotes are wrong")]
    public void Rows_ThatAreBroken_AreRefusedWithTheirLine(string text, int line, string words)
    {
        var inSample = Assert.Throws<BrokenCsvException>(() => Table.ParseCsv(text));
        Assert.Contains(words, inSample.Message, StringComparison.Ordinal);
        Assert.Equal(line, inSample.Line);
        var types = new Dictionary<string, ColumnType> { ["a"] = ColumnType.Text, ["b"] = ColumnType.Text };
        var afterSample = Assert.Throws<BrokenCsvException>(() => Table.ParseCsv(text, new() { SampleRows = 0, Separator = ',', Types = types }));
        Assert.Contains(words, afterSample.Message, StringComparison.Ordinal);
        Assert.Equal(line, afterSample.Line);
    }

    [Fact]
    public void Quotes_AsOrdinaryCharacters_AreKept()
    {
        var table = Table.ParseCsv("a,b\n5\" pipe,\"2\"\n", new() { Quotes = false });
        Assert.Equal("5\" pipe", table[0].Text("a"));
        Assert.Equal("\"2\"", table[0].Text("b"));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("a,b,a\n1,2,3\n", "two columns have this name")]
    public void Header_ThatIsNone_IsRefused(string text, string words) =>
        Assert.Contains(words, Assert.Throws<BrokenCsvException>(() => Table.ParseCsv(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Header_Rules_GiveNames()
    {
        Assert.Equal(["column1", "a"], Table.ParseCsv(",a\n0,1\n").ColumnNames);
        Assert.Equal(["column1", "column2"], Table.ParseCsv("1,2\n3,4\n", new() { HasHeader = false }).ColumnNames);
        Assert.Equal([1L, 3], Table.ParseCsv("1,2\n3,4\n", new() { HasHeader = false, Names = ["x", "y"] }).Wholes("x"));
        Assert.Equal([1L], Table.ParseCsv("a,a\n1,2\n", new() { Names = ["x", "y"] }).Wholes("x"));
        Assert.Equal(0, Table.ParseCsv("", new() { HasHeader = false, Names = ["x", "y"] }).RowCount);
        Assert.Equal(0, Table.ParseCsv("a,b").RowCount);
        Assert.Contains("gives 1 names", Assert.Throws<ArgumentException>(() => Table.ParseCsv("a,b\n", new() { Names = ["x"] })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_Chosen_AreReadAloneAndInThatOrder()
    {
        var table = Table.ParseCsv("a,b,c\n1,2,3\n4,oops,6\n", new() { Columns = ["c", "a"], SampleRows = 1 });
        Assert.Equal(["c", "a"], table.ColumnNames);
        Assert.Equal([3L, 6], table.Wholes("c"));
        Assert.Contains("no column 'd'", Assert.Throws<ArgumentException>(() => Table.ParseCsv("a\n1\n", new() { Columns = ["d"] })).Message, StringComparison.Ordinal);
        Assert.Contains("no column 'd'", Assert.Throws<ArgumentException>(() => Table.ParseCsv("a\n1\n", new() { Types = new Dictionary<string, ColumnType> { ["d"] = ColumnType.Text } })).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void Separator_NotGiven_IsFound(char separator) =>
        Assert.Equal([2L, 4], Table.ParseCsv($"a{separator}b\n1{separator}2\n3{separator}4\n").Wholes("b"));

    [Fact]
    public void Separator_ThatCannotBe_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Table.ParseCsv("a\n", new() { Separator = '"' }));

    [Fact]
    public void DecimalComma_ReadsAndWritesCommas()
    {
        var format = new CsvFormat { Separator = ';', DecimalComma = true };
        var table = Table.ParseCsv("a;b\n1,5;2\n-2,25e3;3\n", format);
        Assert.Equal([1.5, -2250], table.Numbers("a"));
        Assert.Equal("a;b\n1,5;2\n-2250;3\n", table.ToCsv(format));
        Assert.Equal(ColumnType.Text, Table.ParseCsv("a;b\n1.5;2\n", format)["a"].Type);
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-8", true)]
    [InlineData("latin1", false)]
    [InlineData("windows-1252", false)]
    public void Encodings_ByMarkOrByName_AreRead(string name, bool mark)
    {
        using var folder = new TemporaryFolder();
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var path = folder.Write("encoded.csv", [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes("città,x\nZürich,1\nMálaga,2\n")]);
        var file = CsvFile.Open(path, new() { Encoding = mark ? null : name });
        Assert.Equal(["Zürich", "Málaga"], file.Read().Texts("città"));
        Assert.Equal(file.Read(), Table.Concat(file.Split(3).Select(part => part.Read())));
    }

    [Theory]
    [InlineData("a,x\nZ\u00FCrich,1\n")]
    [InlineData("a,\u00FC\nb,1\n")]
    public void Encoding_ThatIsAnother_IsNoticed(string text)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("latin.csv", Encoding.Latin1.GetBytes(text));
        Assert.Contains("not in UTF-8", Assert.Throws<BrokenCsvException>(() => Table.ReadCsv(path)).Message, StringComparison.Ordinal);
        Assert.Equal(1, Table.ReadCsv(path, new() { Encoding = "latin1" }).RowCount);
        Assert.Contains("no encoding 'klingon'", Assert.Throws<ArgumentException>(() => Table.ReadCsv(path, new() { Encoding = "klingon" })).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void LineEnds_OfEitherKindAndNoneAtTheEnd_AreRead(string end)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("ends.csv", Encoding.UTF8.GetBytes(string.Join(end, "a,b", "1,2", "", "3,4", "5,6")));
        var file = CsvFile.Open(path);
        Assert.Equal([1L, 3, 5], file.Read().Wholes("a"));
        for (var parts = 1; parts < 20; parts++)
            Assert.Equal(file.Read(), Table.Concat(file.Split(parts).Select(part => part.Read())));
    }

    [Fact]
    public void File_ThatIsNotThere_IsRefused() =>
        Assert.Contains("no file 'nowhere.csv'", Assert.Throws<FileNotFoundException>(() => Table.ReadCsv("nowhere.csv")).Message, StringComparison.Ordinal);

    [Fact]
    public void Part_WithAFault_NamesTheLineOfTheFile()
    {
        using var folder = new TemporaryFolder();
        var lines = Enumerable.Range(1, 500).Select(i => i == 431 ? "431,oops" : $"{i},{i}");
        var path = folder.Write("fault.csv", Encoding.UTF8.GetBytes("id,x\n" + string.Join('\n', lines) + "\n"));
        var parts = CsvFile.Open(path, new() { SampleRows = 100 }).Split(4);
        Assert.Equal(4, parts.Count);
        var broken = Assert.Throws<BrokenCsvException>(() => parts.Select(part => part.Read()).ToList());
        Assert.Equal((432, "oops"), (broken.Line, broken.Value!));
    }

    [Fact]
    public void Parts_OfAFileFullOfLineEndsInQuotes_AreWholeRows()
    {
        using var folder = new TemporaryFolder();
        var table = new Table(
            Column.Of("id", Enumerable.Range(0, 300).Select(i => (long)i)),
            Column.Of("text", Enumerable.Range(0, 300).Select(i => new string('\n', i % 7) + (i % 3 == 0 ? "\"" : "x\n\"\"") + ",\n" + i)));
        var path = folder["quotes.csv"];
        table.WriteCsv(path);
        var file = CsvFile.Open(path);
        for (var parts = 1; parts <= 64; parts++)
        {
            var split = file.Split(parts);
            Assert.True(parts == 1 || split.Count > 1);
            Assert.Equal(table, Table.Concat(split.Select(part => part.Read())));
        }
    }

    [Fact]
    public void Numbers_HugeAndTiny_ComeBackToTheLastBit()
    {
        var table = new Table(Column.Of("x", [double.MaxValue, double.Epsilon, 0.1 + 0.2, -0.0, double.NaN, double.NegativeInfinity, 1e23]), Column.Of("w", [long.MaxValue, long.MinValue, 0, 1, 2, 3, 4]));
        var again = Table.ParseCsv(table.ToCsv());
        Assert.Equal(table, again);
        Assert.True(double.IsNegative(again.Numbers("x")[3]!.Value));
    }

    [Fact]
    public void WriteCsv_ToAFolderThatIsMissing_MakesItAndLeavesNoOtherFile()
    {
        using var folder = new TemporaryFolder();
        Table.ParseCsv("a,b\n1,\n").WriteCsv(folder["deep/out.csv"]);
        Assert.Equal([Path.Combine("deep", "out.csv")], folder.Files);
        Assert.Equal("a,b\n1,\n", File.ReadAllText(folder["deep/out.csv"]));
    }
}

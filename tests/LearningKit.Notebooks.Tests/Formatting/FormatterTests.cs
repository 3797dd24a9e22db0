using System.Data;
using System.Text;
using System.Text.Json;
using LearningKit.Notebooks.Formatting;

namespace LearningKit.Notebooks.Tests.Formatting;

public sealed class FormatterTests
{
    sealed record Reading(string City, double Celsius);

    sealed class Node
    {
        public Node? Next { get; set; }
    }

    sealed class Broken
    {
        public int Fine => 1;

        public int Bad => throw new InvalidOperationException("no");
    }

    sealed class Mute
    {
        public override string ToString() => throw new InvalidOperationException("no text");
    }

    [Fact]
    public void Numbers_AreInvariant() => Assert.Equal("0.5", Plain(0.5));

    [Fact]
    public void List_OfNumbers_IsOneLineAndCut()
    {
        Assert.Equal("[1, 2, 3]", Plain(new[] { 1, 2, 3 }));
        Assert.EndsWith(", 100, … 900 more]", Plain(Enumerable.Range(1, 1000).ToArray()));
        Assert.EndsWith(", … more]", Plain(Forever()));
    }

    [Fact]
    public void Records_AreATable_EscapedAndPaged()
    {
        var bundle = Formatter.Format(Enumerable.Range(0, 500).Select(i => new Reading($"<city {i}>", i / 2.0)).ToList());
        var html = bundle.Text(MimeBundle.Html)!;
        Assert.Contains("&lt;city 0&gt;", html);
        Assert.DoesNotContain("<city", html);
        Assert.Contains("<summary>Rows 81 to 100</summary>", html);
        Assert.Contains("400 more rows are not shown.", html);
        Assert.Matches(@"City\s+Celsius", bundle.Text(MimeBundle.Plain)!);
    }

    [Fact]
    public void Record_Alone_IsATableOfItsMembers() => Assert.Matches(@"City\s+Bern", Plain(new Reading("Bern", 7)));

    [Fact]
    public void Dictionary_IsATable() => Assert.Matches(@"Key\s+Value\n.*\na\s+1", Plain(new Dictionary<string, int> { ["a"] = 1 }));

    [Fact]
    public void Cycle_Ends()
    {
        var node = new Node();
        node.Next = node;
        Assert.Contains("Next", Plain(node));
        var list = new List<object>();
        list.Add(list);
        Assert.Contains("[…]", Plain(list));
    }

    [Fact]
    public void Getter_ThatThrows_IsShownInItsPlace()
    {
        var text = Plain(new Broken());
        Assert.Matches(@"Fine\s+1", text);
        Assert.Contains("‹threw InvalidOperationException: no›", text);
    }

    [Fact]
    public void Sequence_ThatThrows_IsExplained() =>
        Assert.Contains("its own code threw DivideByZeroException", Plain(new[] { 0 }.Select(zero => 1 / zero)));

    [Fact]
    public void Cycle_ThroughADictionary_Ends()
    {
        var dictionary = new Dictionary<string, object>();
        dictionary["self"] = dictionary;
        Assert.Contains("[…]", Plain(dictionary));
        Assert.Contains("[…]", Plain(new List<object> { 1, dictionary }));
    }

    [Fact]
    public void Sequence_IsReadOnce_AndNoFurtherThanShown()
    {
        var read = 0;
        Assert.EndsWith("99, … more]", Plain(Enumerable.Range(0, int.MaxValue).Select(i => (object)(i + ((++read) * 0)))));
        Assert.Equal(101, read);
    }

    [Fact]
    public void Sequence_WithSlowItems_IsGivenUp()
    {
        using var never = new ManualResetEventSlim();
        var slow = Enumerable.Range(0, 1000).Select(i =>
        {
            never.Wait(TimeSpan.FromSeconds(1));
            return i;
        });
        Assert.EndsWith("perhaps more: each item takes long to compute]", Plain(slow));
    }

    [Fact]
    public void JaggedArray_HasARowAnArray()
    {
        var text = Plain(new[] { [1, 2, 3], new[] { 4 } });
        Assert.Matches(@"0\s+1\s+2\s*\n.*\n0\s+1\s+2\s+3\s*\n1\s+4\s*\n", text);
    }

    [Fact]
    public void Matrix_HasRowsAndColumns_AndIsCut()
    {
        Assert.Matches(@"0\s+1\s*\n.*\n0\s+1\s+2\s*\n1\s+3\s+4\s*\n", Plain(new[,] { { 1, 2 }, { 3, 4 } }));
        Assert.EndsWith("1,900 more rows are not shown. 2,981 more columns are not shown.\n", Plain(new double[2000, 3000]));
        Assert.Equal("[]", Plain(new double[0, 3]));
    }

    [Fact]
    public void EmptySequence_IsShownAsSuch() => Assert.Equal("[]", Plain(new List<Reading>()));

    [Fact]
    public void NestedRecord_IsOneLineInItsCell() =>
        Assert.Matches(@"1\s+\{ City = ""Bern"", Celsius = 7 \}", Plain(new[] { new { Id = 1, Reading = new Reading("Bern", 7) } }));

    [Fact]
    public void LongText_IsCutWithANote()
    {
        var text = Plain(new string('x', 1_000_000));
        Assert.InRange(text.Length, 100_000, 100_100);
        Assert.EndsWith("more characters are not shown.]", text);
        Assert.InRange(Plain(new[] { new string('x', 1_000_000) }).Length, 900, 1100);
    }

    [Fact]
    public void Dates_AreWrittenAsTheySort()
    {
        Assert.Equal("2024-02-29", Plain(new DateTime(2024, 2, 29)));
        Assert.Equal("2024-02-29 01:02:03.5", Plain(new DateTime(2024, 2, 29, 1, 2, 3, 500)));
        Assert.Equal("2024-02-29 01:02:03 +02:00", Plain(new DateTimeOffset(2024, 2, 29, 1, 2, 3, TimeSpan.FromHours(2))));
        Assert.Equal("00:00:01.5000000", Plain(TimeSpan.FromSeconds(1.5)));
    }

    [Fact]
    public void Memory_IsShownByItsItems() => Assert.Equal("[2, 3]", Plain(new Memory<int>([1, 2, 3], 1, 2)));

    [Fact]
    public void TaskInside_IsNotWaitedFor() =>
        Assert.Contains("A task that is not finished.", Plain(new { Work = new TaskCompletionSource<int>().Task }));

    [Fact]
    public void ToString_ThatThrows_IsShownInItsPlace() => Assert.Contains("‹threw InvalidOperationException: no text›", Plain(new object[] { 1, new Mute() }));

    [Fact]
    public void DataTable_HasItsRowsAndColumns()
    {
        using var table = new DataTable();
        table.Columns.Add("City");
        table.Columns.Add("Celsius", typeof(double));
        table.Rows.Add("Bern", 7);
        table.Rows.Add("Bonn", DBNull.Value);
        Assert.Matches(@"City\s+Celsius\s*\n.*\nBern\s+7\s*\nBonn\s*\n", Plain(table));
    }

    [Fact]
    public void KitTable_IsATable()
    {
        var bundle = Formatter.Format(new Charts.DataTable(["City"], [["<Bern>"]]));
        Assert.Contains("<td>&lt;Bern&gt;</td>", bundle.Text(MimeBundle.Html));
        Assert.StartsWith("City", bundle.Text(MimeBundle.Plain));
    }

    [Fact]
    public void JsonDocument_IsIndented() => Assert.Equal("{\n  \"a\": 1\n}", Plain(JsonDocument.Parse("{\"a\":1}")).ReplaceLineEndings("\n"));

    [Theory]
    [InlineData("GIF89a", "image/gif")]
    [InlineData("RIFF0000WEBPVP8 ", "image/webp")]
    [InlineData("<?xml version=\"1.0\"?>\n<!-- made -->\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "image/svg+xml")]
    public void Image_IsToldByItsContent(string content, string type) =>
        Assert.Equal(type, Formatter.Format(Encoding.UTF8.GetBytes(content)).First().Key);

    [Fact]
    public void Bytes_OfNoImage_AreAList() => Assert.Equal("[60, 98, 62]", Plain("<b>"u8.ToArray()));

    [Fact]
    public void Forms_ThatAreAskedFor_AreMade()
    {
        var bundle = Formatter.Format(new Reading("<Bern>", 7), ["text/plain", "application/json"]);
        Assert.Equal(["text/plain", "application/json"], bundle.Select(form => form.Key));
        Assert.Equal("{\"City\":\"\\u003CBern\\u003E\",\"Celsius\":7}", bundle.Text("application/json"));
        Assert.Equal("<pre>&lt;b&gt;</pre>", Formatter.Format("<b>", ["text/html"]).Text(MimeBundle.Html));
    }

    [Fact]
    public void Png_IsAnImage()
    {
        var bundle = Formatter.Format(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1 });
        Assert.Equal("iVBORw0KGgoB", bundle.Text(MimeBundle.Png));
    }

    [Fact]
    public void Task_Unawaited_HintsAtAwait() => Assert.Contains("write await", Plain(new TaskCompletionSource<int>().Task));

    static IEnumerable<int> Forever()
    {
        while (true) yield return 1;
    }

    static string Plain(object? value) => Formatter.Format(value).Text(MimeBundle.Plain)!;
}

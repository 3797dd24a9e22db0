using System.Collections;
using LearningKit.Tables;
using Xunit;

namespace LearningKit.Tests.Tables;

public sealed class TableTextTests
{
    static readonly Table table = new(
        Column.Of("n", Enumerable.Range(0, 250).Select(i => (long)i)),
        Column.Of("text", Enumerable.Range(0, 250).Select(i => i == 0 ? "<b>&\nline" : i == 1 ? null : "x")));

    [Fact]
    public void Text_ShowsTheFirstRowsAndHowManyMore()
    {
        var text = table.ToString();
        Assert.Contains("<b>&⏎line", text, StringComparison.Ordinal);
        Assert.Contains("… 240 more rows\n250 rows × 2 columns\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("… ", table.Head(10).ToString(), StringComparison.Ordinal);
        Assert.EndsWith("0 rows × 2 columns\n", table.Head(0).ToString(), StringComparison.Ordinal);
        Assert.EndsWith("1 row × 1 column\n", table.Head(1).Select("n").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Html_FoldsLaterPagesAndShowsTheLast()
    {
        var html = Html(table);
        Assert.Contains("250 rows × 2 columns", html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;&amp;⏎line", html, StringComparison.Ordinal);
        Assert.Contains("<details><summary>Rows 10 to 19</summary>", html, StringComparison.Ordinal);
        Assert.Contains("140 rows between are not shown", html, StringComparison.Ordinal);
        Assert.Contains("<details><summary>Rows 240 to 249</summary>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("details", Html(table.Head(10)), StringComparison.Ordinal);
        Assert.Contains("0 rows", Html(table.Head(0)), StringComparison.Ordinal);
    }

    [Fact]
    public void Html_OfAnyNumberOfRows_ShowsEachPageOnce()
    {
        foreach (var rows in new[] { 1, 10, 11, 99, 100, 101, 109, 110, 111, 250 })
        {
            var html = Html(table.Head(rows));
            var shown = html.Split("<tr>").Length - 1 - (html.Split("<thead>").Length - 1);
            Assert.Equal(Math.Min(rows, 110), shown);
        }
    }

    static string Html(Table shown)
    {
        var attribute = typeof(Table).GetCustomAttributes(inherit: true).Single(a => a.GetType().Name == "TypeFormatterSourceAttribute");
        var source = Activator.CreateInstance((Type)attribute.GetType().GetProperty("FormatterSourceType")!.GetValue(attribute)!)!;
        var formatters = (IEnumerable)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!;
        var format = formatters.Cast<object>().Single(f => (string)f.GetType().GetProperty("MimeType")!.GetValue(f)! == "text/html");
        var writer = new StringWriter();
        Assert.True((bool)format.GetType().GetMethod("Format")!.Invoke(format, [shown, writer])!);
        return writer.ToString();
    }
}

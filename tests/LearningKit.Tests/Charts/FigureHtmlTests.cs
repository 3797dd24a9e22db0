using System.Text.Json.Nodes;
using LearningKit.Charts;
using LearningKit.Measuring;
using Xunit;

namespace LearningKit.Tests.Charts;

public sealed class FigureHtmlTests
{
    const string Evil = "</script><script>alert(1)</script>";

    static BarChart EvilChart => new(Evil, new(Evil, Evil), [new(Evil, 1) { Group = Evil }, new("b", 2)]) { Prediction = new(1) { Name = Evil }, Badge = new(2, 2, TrustLevel.Full, Evil) };

    [Fact]
    public void ToHtml_TextWithScripts_LeavesNoScriptButOurs()
    {
        var html = EvilChart.ToHtml();

        Assert.DoesNotContain("alert(1)</script>", html.Replace("alert(1)\\u003C/script", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(2, Count(html, "<script"));     // the data and the drawing
        Assert.Equal(2, Count(html, "</script>"));
    }

    [Fact]
    public void ToHtml_AnyFigure_IsAnImageWithAltTextBesideItsTable()
    {
        var figure = Gallery.All["heat map"];
        var html = figure.ToHtml();

        Assert.Contains("<div class=\"lk-plot\" role=\"img\" aria-label=\"Messages between ranks. 6 rows by 6 columns;", html, StringComparison.Ordinal);
        Assert.True(html.IndexOf("<details>", StringComparison.Ordinal) > html.IndexOf("</div>", StringComparison.Ordinal), "a table inside the image is hidden from screen readers");
        Assert.Contains(figure.Table.ToHtml(figure.Title), html, StringComparison.Ordinal);
        Assert.Contains("<figcaption><strong>Messages between ranks</strong></figcaption>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_AnyFigure_HoldsNoLibrary() => Assert.True(Gallery.All["bars"].ToHtml().Length < 20_000);

    [Fact]
    public void Fragment_OfAFigureReadBackFromANotebook_IsTheSame()
    {
        var figure = Gallery.All["gantt"];

        Assert.Equal(figure.ToHtml(), FigureHtml.Fragment(JsonNode.Parse(figure.ToPlotly().ToJsonString())!.AsObject()));
    }

    [Theory]
    [InlineData("""{"data":[],"layout":{"title":"Old"}}""", "Old")]
    [InlineData("""{"data":[],"layout":{"title":{"text":"New"}}}""", "New")]
    [InlineData("""{"data":[]}""", "Chart")]
    public void Fragment_OfAFigureMadeElsewhere_HasItsTitleForAltTextAndNoTable(string json, string alt)
    {
        var html = FigureHtml.Fragment(JsonNode.Parse(json)!.AsObject());

        Assert.Contains($"aria-label=\"{alt}\"", html, StringComparison.Ordinal);
        Assert.Contains("modeBarButtons", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<table", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Fragment_LeavesTheFigureAsItWas()
    {
        var plotly = Gallery.All["bars"].ToPlotly();
        var before = plotly.ToJsonString();

        FigureHtml.Fragment(plotly);

        Assert.Equal(before, plotly.ToJsonString());
    }

    [Fact]
    public void Page_WithManyFigures_HoldsEachLibraryOnce()
    {
        var page = new HtmlPage("Two & two").Add(Gallery.All["bars"]).Add(Gallery.All["lines"]).Add(new MermaidDiagram("flowchart LR\n a --> b", "a, then b")).ToHtml();

        Assert.Equal(1, Count(page, WebLibrary.Plotly.ScriptTag()));
        Assert.Equal(1, Count(page, WebLibrary.Mermaid.ScriptTag()));
        Assert.Contains("<title>Two &amp; two</title>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_WithoutFigures_HoldsNoLibrary() => Assert.DoesNotContain("<script", new HtmlPage("Text").AddParagraph("<p>").AddPreformatted("  x").ToHtml(), StringComparison.Ordinal);

    [Fact]
    public void Save_OverAnOlderPage_ReplacesItAndLeavesNothingBeside()
    {
        var folder = Directory.CreateTempSubdirectory("learningkit-page-");
        try
        {
            var path = Path.Combine(folder.FullName, "deep", "page.html");
            new HtmlPage("Old").Save(path);
            new HtmlPage("New").Save(path);

            Assert.Contains("<h1>New</h1>", File.ReadAllText(path), StringComparison.Ordinal);
            Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Mermaid_TextWithTags_IsEscaped()
    {
        var html = new MermaidDiagram("a[\"</pre><script>\"]", "<b>").ToHtml();

        Assert.Equal(1, Count(html, "<script"));
        Assert.Contains("aria-label=\"&lt;b&gt;\"", html, StringComparison.Ordinal);
    }

    static int Count(string text, string part) => (text.Length - text.Replace(part, "", StringComparison.Ordinal).Length) / part.Length;
}

using LearningKit.Browser;
using LearningKit.Charts;
using Xunit;

namespace LearningKit.Tests.Charts;

/// <summary>The figures as a browser draws them.</summary>
public sealed class BrowserTests
{
    const string AllDrawn = "document.querySelectorAll('.lk-plot:not([data-drawn])').length === 0 && document.querySelectorAll('.lk-mermaid:not(:has(svg))').length === 0";

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void Page_WithEveryFigure_IsDrawnOfflineWithoutComplaint(bool dark)
    {
        Skip.IfNot(Chromium.IsInstalled, Chromium.HowToInstall);
        Skip.IfNot(WebAssets.Installed, WebAssets.Notice);
        using var folder = new TemporaryPage();
        var page = new HtmlPage("Every <figure>");
        foreach (var figure in Gallery.All.Values) page.Add(figure);
        page.Add(new MermaidDiagram("flowchart LR\n  divide --> execute --> gather", "Three steps in a row."));
        page.Save(folder.Path);

        using var browser = new Chromium();
        browser.PreferDark(dark);
        browser.Open(folder.Path);
        browser.WaitUntil(AllDrawn);

        Assert.Empty(browser.ConsoleErrors());
        Assert.Equal([new Uri(folder.Path).AbsoluteUri], browser.Requests().Distinct());
        Assert.Equal(Gallery.All.Values.Select(Traces), ((IEnumerable<object>)browser.Run(
            "return [...document.querySelectorAll('.lk-plot')].map(plot => plot.querySelectorAll('svg g.trace.scatter, svg g.trace.bars, svg g.hm').length)")!).Select(Convert.ToInt32));
        Assert.Equal("Every <figure>", browser.Run("return document.querySelector('h1').textContent"));
        Assert.Equal(dark ? "rgb(24, 24, 27)" : "rgb(255, 255, 255)", browser.Run("return getComputedStyle(document.querySelector('.lk-plot .main-svg')).backgroundColor"));
        Assert.True((long)browser.Run("return document.querySelectorAll('.lk-mermaid svg .node').length")! == 3);
    }

    [SkippableFact]
    public void Page_WhenTheSystemTurnsDark_IsDrawnAgainInDarkColours()
    {
        Skip.IfNot(Chromium.IsInstalled, Chromium.HowToInstall);
        Skip.IfNot(WebAssets.Installed, WebAssets.Notice);
        using var folder = new TemporaryPage();
        new HtmlPage("Bars").Add(Gallery.All["waterfall"]).Save(folder.Path);

        using var browser = new Chromium();
        browser.PreferDark(false);
        browser.Open(folder.Path);
        browser.WaitUntil(AllDrawn);
        browser.PreferDark(true);

        browser.WaitUntil("getComputedStyle(document.querySelector('.lk-plot .main-svg')).backgroundColor === 'rgb(24, 24, 27)'");
    }

    [SkippableFact]
    public void Fragment_OnAPageWithoutTheLibrary_ShowsItsData()
    {
        Skip.IfNot(Chromium.IsInstalled, Chromium.HowToInstall);
        using var folder = new TemporaryPage();
        File.WriteAllText(folder.Path, $"<!DOCTYPE html><meta charset=\"utf-8\">{Gallery.All["bars"].ToHtml()}");

        using var browser = new Chromium();
        browser.Open(folder.Path);
        browser.WaitUntil("document.querySelector('details').open");

        Assert.Contains("needs plotly.js", (string)browser.Run("return document.querySelector('.lk-plot').textContent")!, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Fragments_WhoseLibrariesAreGoneFromTheNotebook_AreDrawnWithTheCopiesBesideTheKernel()
    {
        Skip.IfNot(Chromium.IsInstalled, Chromium.HowToInstall);
        Skip.IfNot(WebAssets.Installed, WebAssets.Notice);
        using var folder = new TemporaryPage();
        var home = Path.GetDirectoryName(folder.Path)!;
        var kernel = Directory.CreateDirectory(Path.Combine(home, "kernelspecs", "learningkit-csharp"));
        foreach (var library in WebLibrary.All) File.Copy(library.Path, Path.Combine(kernel.FullName, library.FileName));
        File.WriteAllText(folder.Path, $"""
            <!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,"><body data-base-url="{new Uri(home).AbsoluteUri}/">
            {Gallery.All["bars"].ToHtml()}{Gallery.All["speed-up"].ToHtml()}{new MermaidDiagram("flowchart LR\n  a --> b", "a, then b").ToHtml()}
            """);

        using var browser = new Chromium();
        browser.Open(folder.Path);
        browser.WaitUntil(AllDrawn);

        Assert.Equal(1 + WebLibrary.All.Count, browser.Requests().Distinct().Count());
    }

    [SkippableFact]
    public void ToPlotly_DrawnByAFrontEndItself_HasItsTitleAndIsLegibleOnADarkPage()
    {
        Skip.IfNot(Chromium.IsInstalled, Chromium.HowToInstall);
        Skip.IfNot(WebAssets.Installed, WebAssets.Notice);
        using var folder = new TemporaryPage();
        File.WriteAllText(folder.Path, $$"""
            <!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,">{{WebLibrary.Plotly.ScriptTag()}}
            <body style="background: #1e1e1e"><div id="plot"></div><script>Plotly.newPlot('plot', {{Gallery.All["speed-up"].ToPlotly().ToJsonString()}})</script>
            """);

        using var browser = new Chromium();
        browser.Open(folder.Path);
        browser.WaitUntil("document.querySelector('.gtitle') !== null");

        Assert.Empty(browser.ConsoleErrors());
        Assert.Contains("Speed-up of heat", (string)browser.Run("return document.querySelector('.gtitle').textContent")!, StringComparison.Ordinal);
        Assert.Equal("rgb(255, 255, 255)", browser.Run("return getComputedStyle(document.querySelector('.main-svg')).backgroundColor"));
    }

    static int Traces(Figure figure) => figure.ToPlotly()["data"]!.AsArray().Count;

    sealed class TemporaryPage : IDisposable
    {
        readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("learningkit-charts-");

        public string Path => System.IO.Path.Combine(folder.FullName, "page.html");

        public void Dispose() => folder.Delete(recursive: true);
    }
}

using System.Text.Json.Nodes;
using LearningKit.Browser;
using LearningKit.Charts;
using LearningKit.Notebooks;

namespace LearningKit.Lessons.Tests;

/// <summary>The executed lessons as a learner sees them in a browser, opened from disk.</summary>
public sealed class LessonSiteTests(ExecutedLessons lessons) : IClassFixture<ExecutedLessons>, IDisposable
{
    const string AllDrawn = "document.querySelectorAll('.lk-plot:not([data-drawn])').length === 0";
    const string CountTraces = "[...document.querySelectorAll('.lk-plot')].map(plot => plot.querySelectorAll('svg g.trace.scatter, svg g.trace.bars, svg g.hm').length)";

    readonly string folder = Directory.CreateTempSubdirectory("learningkit-site-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [SkippableFact]
    public async Task Site_OpenedFromDisk_DrawsEveryChartAndAsksNobody()
    {
        Skip.IfNot(Chromium.IsInstalled, Chromium.HowToInstall);
        Skip.IfNot(WebAssets.Installed, WebAssets.Notice);
        var runs = new Dictionary<string, NotebookRun>();
        foreach (var name in Lesson.Names) runs[name] = await lessons.RunAsync(name);
        var index = SiteExporter.Export([.. runs.Values.Select(run => run.Notebook)], folder);

        using var browser = new Chromium();
        browser.Open(index);
        var links = (IReadOnlyCollection<object>)browser.Run("return [...document.querySelectorAll('a')].map(link => link.href)")!;
        foreach (var (name, run) in runs)
        {
            Assert.Contains(links, link => ((string)link).EndsWith($"/{name}.html", StringComparison.Ordinal));
            browser.Open(Path.Combine(folder, $"{name}.html"));
            browser.WaitUntil(AllDrawn);
            var drawn = ((IEnumerable<object>)browser.Run($"return {CountTraces}")!).Select(Convert.ToInt32);
            Assert.Equal(Figures(run).Select(figure => figure["data"]!.AsArray().Count), drawn);
        }
        Assert.Empty(browser.ConsoleErrors());
        Assert.All(browser.Requests(), address => Assert.StartsWith("file://", address));
    }

    static IEnumerable<JsonObject> Figures(NotebookRun run) =>
        run.Notebook.Cells.SelectMany(cell => cell.Outputs)
            .Select(output => output switch { DisplayOutput display => display.Data, ResultOutput result => result.Data, _ => [] })
            .Select(data => data[MimeBundle.Plotly]?.AsObject())
            .OfType<JsonObject>();
}

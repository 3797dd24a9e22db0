using LearningKit.Browser;
using LearningKit.Charts;
using LearningKit.Data;
using LearningKit.Notebooks;
using Xunit;

namespace LearningKit.Cli.Tests.FrontEnds;

/// <summary>The lessons in Jupyter Notebook as a learner sees them: 'kit lab', a browser, the toolbar.</summary>
[Collection(FrontEndTests.Name)]
public sealed class ClassicNotebookTests(KernelInstallation kernel)
{
    const string Drawn = "[...document.querySelectorAll('.output .lk-plot')].map(plot => plot.querySelectorAll('svg g.trace.scatter, svg g.trace.bars, svg g.hm').length)";

    [SkippableFact]
    public async Task Lesson_RunFromTheMenu_DrawsEveryChartAndIsSavedWithIt()
    {
        await using var jupyter = await StartAsync();
        using var browser = new Chromium(1200, 1000);
        var page = new NotebookPage(browser);
        page.Open(jupyter.PageOf("00-meet-your-machine.ipynb"));
        Assert.Equal("C# (LearningKit)", page.KernelName.Trim());

        page.RunAll();

        browser.WaitUntil("document.querySelectorAll('.output .lk-plot').length > 0 && document.querySelectorAll('.output .lk-plot:not([data-drawn])').length === 0");
        page.Save();
        var outputs = Notebook.Load(Path.Combine(jupyter.Folder, "00-meet-your-machine.ipynb")).Cells.SelectMany(cell => cell.Outputs).ToList();
        Assert.Empty(outputs.OfType<ErrorOutput>());
        var figures = outputs.OfType<DisplayOutput>().Count(output => output.Data[MimeBundle.Plotly] is not null);
        var drawn = ((IEnumerable<object>)browser.Run($"return {Drawn}")!).Select(Convert.ToInt32).ToList();
        Assert.Equal(figures, drawn.Count);
        Assert.All(drawn, traces => Assert.True(traces > 0));
        Keep(browser, page, "lesson", ".output .lk-plot");
    }

    [SkippableFact]
    public async Task Kernel_UsedByTheToolbar_CanBeInterruptedRestartedAndEnded()
    {
        await using var jupyter = await StartAsync();
        using (var browser = new Chromium(1200, 1000))
        {
            var page = new NotebookPage(browser);
            page.Open(jupyter.PageOf("01-words.ipynb"));
            Assert.Equal("42", Last(page.Run("var kept = 42; kept")));

            var endless = page.Start("Console.WriteLine(\"round and round\"); while (true) { }");
            page.WaitForOutputOf(endless);
            page.Press("interrupt-kernel");
            page.WaitUntilIdle();
            Assert.Contains("round and round", page.OutputOf(endless), StringComparison.Ordinal);
            Keep(browser, page, "interrupted", ".output_error");
            Assert.Equal("42", Last(page.Run("kept")));

            page.Restart();
            Assert.Contains("kept", page.Run("kept"), StringComparison.Ordinal);   // an error names what is not there
            Assert.Equal("7", Last(page.Run("3 + 4")));
            Keep(browser, page, "restarted", ".output_error");
            page.Start("while (true) { }");
        }

        await jupyter.PressCtrlCAsync();

        await kernel.AllProcessesEndAsync();
        Assert.Empty(Directory.EnumerateFileSystemEntries(jupyter.Temporary));
        Assert.Empty(Directory.EnumerateFiles(kernel.At("jupyter dätä/runtime"), "*.json"));   // connections and servers
    }

    async Task<RunningJupyter> StartAsync()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Only Linux tells which processes are left.");
        Skip.IfNot(Chromium.IsInstalled, Chromium.HowToInstall);
        Skip.IfNot(WebAssets.Installed, WebAssets.Notice);
        return await RunningJupyter.StartAsync(kernel);
    }

    static string Last(string output) => output.Split('\n')[^1].Trim();

    /// <summary>Keeps a picture for people who want to see what the test saw.</summary>
    static void Keep(Chromium browser, NotebookPage page, string name, string around)
    {
        page.ScrollTo(around);
        File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(Path.Combine(KitPaths.Artifacts, "screenshots")).FullName, $"jupyter-{name}.png"), browser.Screenshot());
    }
}

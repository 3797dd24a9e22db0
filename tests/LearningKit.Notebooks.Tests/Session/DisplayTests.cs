using LearningKit.Charts;
using LearningKit.Notebooks.Tests.Running;

namespace LearningKit.Notebooks.Tests.Session;

public sealed class DisplayTests : SessionTests
{
    [Fact]
    public async Task DisplayedValue_CanBeUpdated_AlsoByALaterCell()
    {
        var first = await Succeed("var shown = display(1);\nshown.Update(new[] { 2 });");
        var display = Assert.IsType<DisplayOutput>(first.Outputs[0]);
        Assert.NotNull(display.Id);
        AssertUpdate("[2]", display.Id, first.Outputs[1]);
        AssertUpdate("three", display.Id, Assert.Single((await Succeed("shown.Update(\"three\");")).Outputs));

        static void AssertUpdate(string text, string? id, CellOutput output)
        {
            var update = Assert.IsType<UpdateOutput>(output);
            Assert.Equal((text, id), (update.Data.Text(MimeBundle.Plain), update.Id));
        }
    }

    [Fact]
    public async Task Display_AsLastExpression_IsShownOnce() => Assert.IsType<DisplayOutput>(Assert.Single((await Succeed("display(7)")).Outputs));

    [Fact]
    public async Task Display_WithAForm_ShowsThatForm()
    {
        var data = Assert.IsType<DisplayOutput>(Assert.Single((await Succeed("new { A = 1 }.Display(\"application/json\");")).Outputs)).Data;
        Assert.Equal([("application/json", "{\"A\":1}")], data.Select(form => (form.Key, form.Value.ToJsonString())));
    }

    [Theory]
    [InlineData("LaTeX(@\"\\frac12\")", "text/latex", "$$\\frac12$$")]
    [InlineData("LaTeX(\"$x$\")", "text/latex", "$x$")]
    [InlineData("Markdown(\"**a**\")", "text/html", "<p><strong>a</strong></p>\n")]
    [InlineData("SVG(\"<svg/>\")", "image/svg+xml", "<svg/>")]
    [InlineData("HTML(\"<b/>\")", "text/html", "<b/>")]
    [InlineData("Image(System.Text.Encoding.UTF8.GetBytes(\"GIF89a\"))", "image/gif", "R0lGODlh")]
    public async Task Texts_AreShownAsWhatTheyAre(string code, string type, string shown) =>
        Assert.Equal(shown, Assert.IsType<ResultOutput>(Assert.Single((await Succeed(code)).Outputs)).Data.Text(type));

    [Fact]
    public async Task DisplayAs_ShowsATextAsItsForm() =>
        Assert.Equal("# a", Assert.IsType<DisplayOutput>(Assert.Single((await Succeed("\"# a\".DisplayAs(\"text/markdown\");")).Outputs)).Data.Text(MimeBundle.Markdown));

    [Fact]
    public async Task Image_OfNoImage_SaysSo() => Assert.Contains("no image of a kind that notebooks show", (await Run("Image(new byte[3])")).Trace);

    [Fact]
    public async Task ClearOutput_IsHandedOn() =>
        Assert.Equal([new ClearOutput(Wait: true), new ClearOutput(Wait: false)], (await Succeed("ClearOutput(wait: true); ClearOutput();")).Outputs);

    [Fact]
    public async Task Value_WhoseGetterNeverReturns_CanBeStopped()
    {
        await Succeed("class Slow { public int Size { get { Console.WriteLine(\"reading\"); System.Threading.Thread.Sleep(System.Threading.Timeout.Infinite); return 1; } } }");
        using var cancel = new CancellationTokenSource();
        var result = await Session.ExecuteAsync("new Slow()", _ => cancel.CancelAsync(), cancel.Token).WaitAsync(TimeSpan.FromMinutes(2));
        Assert.Equal((CellStatus.Cancelled, false), (result.Status, result.StillRunning));
    }

    [Fact]
    public async Task Progress_OfASequence_FillsInPlace()
    {
        var executed = await Succeed("using LearningKit.Charts;\nforeach (var i in Enumerable.Range(0, 1000).WithProgress(\"<Counting>\")) { }");
        var display = Assert.IsType<DisplayOutput>(executed.Outputs[0]);
        Assert.Contains("<progress max=\"1\" value=\"0\" aria-label=\"&lt;Counting&gt;\">", display.Data.Text(MimeBundle.Html));
        var updates = executed.Outputs.Skip(1).Cast<UpdateOutput>().ToList();
        Assert.All(updates, update => Assert.Equal(display.Id, update.Id));
        Assert.StartsWith("<Counting>: 100 %, 1,000 of 1,000, ", updates[^1].Data.Text(MimeBundle.Plain));
        Assert.Contains("value=\"1\"", updates[^1].Data.Text(MimeBundle.Html));
    }

    [Fact]
    public async Task Progress_ThatIsLeft_SaysWhereItStopped()
    {
        var executed = await Succeed("using LearningKit.Charts;\nforeach (var i in new int[4].WithProgress(\"Counting\").Select((_, i) => i)) if (i == 2) break;");
        Assert.StartsWith("Counting: stopped at 50 %, 2 of 4, ", Assert.IsType<UpdateOutput>(executed.Outputs[^1]).Data.Text(MimeBundle.Plain));
    }

    [Fact]
    public async Task Progress_OfUnknownLength_Counts()
    {
        var executed = await Succeed("using LearningKit.Charts;\nforeach (var i in Enumerable.Range(0, 7).Where(i => i < 5).WithProgress(\"Counting\")) { }");
        Assert.DoesNotContain("value=", Assert.IsType<DisplayOutput>(executed.Outputs[0]).Data.Text(MimeBundle.Html));
        Assert.StartsWith("Counting: 5 done, ", Assert.IsType<UpdateOutput>(executed.Outputs[^1]).Data.Text(MimeBundle.Plain));
    }

    [Fact]
    public async Task ProgressBar_FromManyThreads_IsDrawnRarely_AndEndsFull()
    {
        var executed = await Succeed("""
            using LearningKit.Charts;
            var bar = new ProgressBar("Work");
            var done = 0;
            Parallel.For(0, 100_000, _ => bar.Report(Interlocked.Increment(ref done) / 100_000.0));
            bar.Report(0.5);
            """);
        Assert.InRange(executed.Outputs.Count, 2, 5 + (int)(executed.Result.Duration.TotalSeconds * 11));
        Assert.StartsWith("Work: 100 %", Assert.IsType<UpdateOutput>(executed.Outputs[^1]).Data.Text(MimeBundle.Plain));
    }

    [Fact]
    public void Progress_OutsideOfANotebook_HandsOnTheItems() => Assert.Equal([1, 2], new[] { 1, 2 }.WithProgress());

    [Fact]
    public async Task Progress_InAnExecutedNotebook_LeavesOneOutput()
    {
        var run = await NotebookRunner.RunAsync(Books.Of(
            "using LearningKit.Charts;\nvar sum = 0;\nforeach (var i in Enumerable.Range(0, 300).WithProgress(\"Counting\")) { sum += i; Thread.Sleep(1); }",
            "var shown = display(\"old\");",
            "shown.Update(\"new\");",
            "Console.WriteLine(\"gone\"); ClearOutput(wait: true); Console.WriteLine(\"kept\");"), Books.Patient);
        Assert.Null(run.Failure);
        Assert.StartsWith("Counting: 100 %", Text(run.Notebook.Cells[0]));
        Assert.Equal("new", Text(run.Notebook.Cells[1]));
        Assert.Empty(run.Notebook.Cells[2].Outputs);
        Assert.Equal("kept\n", Assert.IsType<StreamOutput>(Assert.Single(run.Notebook.Cells[3].Outputs)).Text);

        static string? Text(NotebookCell cell) => Assert.IsType<DisplayOutput>(Assert.Single(cell.Outputs)).Data.Text(MimeBundle.Plain);
    }
}

namespace LearningKit.Notebooks.Tests.Running;

public sealed class NotebookRunnerTests
{
    [Fact]
    public async Task Run_RecordsOutputsAndLeavesTheNotebookAlone()
    {
        var notebook = Books.Of("var x = 6;\nConsole.WriteLine(\"six\");", "x * 7");
        notebook.Insert(1, CellKind.Markdown, "text");
        var before = notebook.ToString();
        var heard = new Books.Heard();

        var run = await NotebookRunner.RunAsync(notebook, Books.Patient, heard);

        Assert.True(run.Succeeded, $"{run.Failure}");
        Assert.Equal(before, notebook.ToString());
        Assert.Equal(["six\n", "", "42"], run.Notebook.Cells.Select(cell => cell.Text()));
        Assert.Equal([1, null, 2], run.Notebook.Cells.Select(cell => cell.ExecutionCount));
        Assert.Equal(["CellStarted 0", "CellShowed 0", "CellEnded 0", "CellStarted 2", "CellShowed 2", "CellEnded 2"],
            heard.All.Select(progress => $"{progress.GetType().Name} {progress.Index}"));
    }

    [Fact]
    public async Task Run_StopsAtTheFirstFailure_AndClearsLaterOutputs()
    {
        var notebook = Books.Of("throw new InvalidOperationException(\"no\");", "1");
        notebook.Cells[1].SetOutputs([new StreamOutput("stdout", "old")]);
        var run = await NotebookRunner.RunAsync(notebook, Books.Patient);
        Assert.Equal((0, 1, "InvalidOperationException"), (run.Failure!.Index, run.Failure.Number, run.Failure.Error.Name));
        Assert.Contains("InvalidOperationException: no", run.Notebook.Cells[0].Text());
        Assert.Empty(run.Notebook.Cells[1].Outputs);
    }

    [Fact]
    public async Task Run_FailureThatIsTagged_GoesOn()
    {
        var notebook = new Notebook();
        notebook.Add(CellKind.Code, "throw new InvalidOperationException(\"no\");", "raises-exception");
        notebook.Add(CellKind.Code, "7");
        var run = await NotebookRunner.RunAsync(notebook, Books.Patient);
        Assert.True(run.Succeeded);
        Assert.Contains("InvalidOperationException: no", run.Notebook.Cells[0].Text());
        Assert.Equal("7", run.Notebook.Cells[1].Text());
    }

    [Fact]
    public async Task Run_CellWithoutEnd_IsTimedOut()
    {
        var run = await NotebookRunner.RunAsync(Books.Of("1", "while (true) { }"), new() { Timeout = TimeSpan.FromSeconds(10) });
        Assert.Equal(1, run.Failure!.Index);
        Assert.Equal("TimeoutException: The cell ran longer than its time limit of 10 s and was stopped.", run.Failure.Error.ToString());
    }

    [Fact]
    public async Task Parameters_ReplaceValues_AndKeepTypes()
    {
        var notebook = new Notebook();
        notebook.Add(CellKind.Code, "double size = 1;\nstring name = \"a\";\nvar big = false;", "parameters");
        notebook.Add(CellKind.Code, "$\"{size / 4} {name} {big}\"");
        var options = Books.Patient with { Parameters = new Dictionary<string, string> { ["size"] = "10", ["name"] = "5 \"x\"", ["big"] = "true" } };
        var run = await NotebookRunner.RunAsync(notebook, options);
        Assert.True(run.Succeeded, $"{run.Failure}");
        Assert.Equal(["injected-parameters"], run.Notebook.Cells[1].Tags);
        Assert.Equal("2.5 5 \"x\" True", run.Notebook.Cells[2].Text());
    }

    [Fact]
    public async Task Parameters_ThatAreUnknown_AreRefused()
    {
        var notebook = new Notebook();
        notebook.Add(CellKind.Code, "int size = 1;", "parameters");
        var options = Books.Patient with { Parameters = new Dictionary<string, string> { ["sise"] = "10" } };
        var exception = await Assert.ThrowsAsync<NotebookFormatException>(() => NotebookRunner.RunAsync(notebook, options));
        Assert.Equal("the notebook has no parameter 'sise'. Its parameters are: size.", exception.Message);
    }

    [Fact]
    public async Task Kernel_OfAnotherLanguage_IsRefused()
    {
        var notebook = Notebook.Parse("""{"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": {"name": "ir", "language": "R"}}, "cells": []}""");
        var exception = await Assert.ThrowsAsync<NotebookFormatException>(() => NotebookRunner.RunAsync(notebook));
        Assert.StartsWith("the notebook is written for a kernel of the language 'R'. The kit executes C# notebooks", exception.Message);
    }

    [Fact]
    public async Task CellLanguage_OfMetadata_IsHonoured()
    {
        var text = Books.Of("<b>7</b>").ToString().Replace("\"metadata\": {},", "\"metadata\": {\"polyglot_notebook\": {\"kernelName\": \"html\"}},");
        var run = await NotebookRunner.RunAsync(Notebook.Parse(text), Books.Patient);
        Assert.Equal("<b>7</b>", Assert.IsType<DisplayOutput>(run.Notebook.Cells[0].Outputs[0]).Data.Text(MimeBundle.Html));
    }
}

using System.Globalization;

namespace LearningKit.Notebooks.Tests.Running;

public sealed class NotebookProcessTests
{
    static readonly TimeSpan patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Process_Executes_AsTheRunnerDoes()
    {
        var notebook = Books.Of("Console.WriteLine(\"é\");\nvar x = 6;", "display(x);\nx * 7", "#!html\n<b>");
        var here = await NotebookRunner.RunAsync(notebook, Books.Patient);
        var there = await Books.Process.RunAsync(notebook, Books.Patient);
        Assert.True(there.Succeeded, $"{there.Failure}");
        Assert.Equal(here.Notebook.ToString(), there.Notebook.ToString());
    }

    [Fact]
    public async Task Process_Failure_HasTheCellAndKeepsItsOutputs()
    {
        var run = await Books.Process.RunAsync(Books.Of("1", "Console.Write(\"before\"); oops();", "2"), Books.Patient);
        Assert.Equal((1, "CompilationError"), (run.Failure!.Index, run.Failure.Error.Name));
        Assert.Null(run.Notebook.Cells[2].ExecutionCount);
    }

    [Theory]
    [InlineData("Environment.Exit(3);", "ended with exit code 3")]
    [InlineData("int Down(int n) => Down(n + 1) + 1;\nDown(0)", "the stack overflowed")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess().Kill();", "ended with exit code")]
    public async Task Process_ThatDies_FailsItsCell_AndKeepsWhatWasShown(string deadly, string message)
    {
        var run = await Books.Process.RunAsync(Books.Of("Console.WriteLine(\"kept\");", deadly, "3"), Books.Patient);
        Assert.Equal((1, "ProcessEnded"), (run.Failure!.Index, run.Failure.Error.Name));
        if (OperatingSystem.IsLinux() && deadly.Contains("Kill")) message = "was killed from outside";
        Assert.Contains(message, run.Failure.Error.Message);
        Assert.Equal("kept\n", run.Notebook.Cells[0].Text());
    }

    [Fact]
    public async Task Process_WithAThreadThatNothingStops_IsTimedOut()
    {
        var endless = "await Task.Yield();\nwhile (true) Thread.Sleep(1000);";
        var run = await Books.Process.RunAsync(Books.Of(endless), new() { Timeout = TimeSpan.FromSeconds(8) });
        Assert.Equal("TimeoutException", run.Failure!.Error.Name);
    }

    [Fact]
    public async Task Process_ThatIsCancelled_EndsWithWhatItStarted()
    {
        using var cancel = new CancellationTokenSource();
        var ids = new List<int>();
        var heard = new Books.Heard
        {
            Then = progress =>
            {
                if (progress is not CellShowed { Output: StreamOutput { Text: var text } }) return;
                ids.AddRange(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => int.Parse(line, CultureInfo.InvariantCulture)));
                if (ids.Count == 2) cancel.CancelAsync();
            },
        };
        var notebook = Books.Of("Console.WriteLine(Environment.ProcessId);", "#!bash\nsleep 1000 & echo $!\nwait");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Books.Process.RunAsync(notebook, Books.Patient, heard, cancel.Token).WaitAsync(patience));
        foreach (var id in ids)
            Assert.True(SpinWait.SpinUntil(() => !File.Exists($"/proc/{id}/stat") || File.ReadAllText($"/proc/{id}/stat").Contains(") Z "), patience), $"{id} still runs.");
    }

    [Fact]
    public async Task Process_NativeOutput_ReachesTheCell()
    {
        var run = await Books.Process.RunAsync(Books.Of("using (var raw = Console.OpenStandardOutput()) raw.Write(\"raw\\n\"u8);"), Books.Patient);
        Assert.Equal("raw\n", run.Notebook.Cells[0].Text());
    }

    [Fact]
    public async Task Process_ThatCannotStart_SaysSo()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => new NotebookProcess("/no/such/program").RunAsync(Books.Of("1")));
        Assert.Contains("/no/such/program could not be started", exception.Message);
    }
}

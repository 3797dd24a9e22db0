using System.Diagnostics;
using System.Runtime.InteropServices;
using LearningKit.Cli.Terminals;
using LearningKit.Notebooks;
using Xunit;

namespace LearningKit.Cli.Tests.Processes;

public sealed partial class RunProcessTests : IDisposable
{
    // Nothing here takes long: this only keeps a broken kit from holding up all tests.
    static readonly TimeSpan patience = TimeSpan.FromMinutes(3);

    readonly KitProcess kit = new();

    [Fact]
    public async Task Run_OfLessons_ExecutesThemAndMakesASite()
    {
        kit.WriteNotebook("notebooks/00-first.ipynb", "var x = 20;", "x + 1");
        kit.WriteNotebook("notebooks/01-second.ipynb", "\"two\"");

        var run = await kit.RunAsync("run");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("2 of 2 ran to the end.", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', run.Out);
        Assert.Contains("21", Notebook.Load(kit.Path("artifacts/run/00-first.ipynb")).ToString(), StringComparison.Ordinal);
        Assert.True(File.Exists(kit.Path("artifacts/run/site/index.html")));
        Assert.DoesNotContain("\"21\"", File.ReadAllText(kit.Path("notebooks/00-first.ipynb")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithAFailingCell_NamesItAndRunsTheOthers()
    {
        kit.WriteNotebook("notebooks/00-bad.ipynb", "1", "throw new InvalidOperationException(\"no luck\");");
        kit.WriteNotebook("notebooks/01-good.ipynb", "1");

        var run = await kit.RunAsync("run");

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("00-bad", run.Error, StringComparison.Ordinal);
        Assert.Contains("cell 2 of 2 (In [2]) failed", run.Error, StringComparison.Ordinal);
        Assert.Contains("no luck", run.Error, StringComparison.Ordinal);
        Assert.Contains("1 of 2 ran to the end.", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OfACellThatNeverEnds_StopsItAtItsTimeLimit()
    {
        kit.WriteNotebook("endless.ipynb", "while (true) { }");

        var run = await kit.RunAsync("run", kit.Path("endless.ipynb"), "--timeout", "1");

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("cell 1 of 1 (In [1]) failed", run.Error, StringComparison.Ordinal);
        Assert.Contains("time limit of 1 s", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("this is no JSON", "this is not JSON")]
    [InlineData("""{"cells":[],"metadata":{"kernelspec":{"language":"julia","name":"julia-1.10","display_name":"Julia"}},"nbformat":4,"nbformat_minor":5}""", "'julia'")]
    public async Task Run_OfWhatIsNoNotebookOfOurs_SaysWhatIsWrong(string text, string reason)
    {
        var path = kit.Write("strange.ipynb", text);

        var run = await kit.RunAsync("run", path);

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("strange.ipynb", run.Error, StringComparison.Ordinal);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(kit.Path("artifacts/run/strange.ipynb")));
    }

    [Fact]
    public async Task Run_WithAParameter_PutsItIn()
    {
        kit.Write("with.ipynb", """
            {"cells":[{"cell_type":"code","execution_count":null,"id":"a","metadata":{"tags":["parameters"]},"outputs":[],"source":"var size = 3;"},
            {"cell_type":"code","execution_count":null,"id":"b","metadata":{},"outputs":[],"source":"$\"size is {size * 2}\""}],
            "metadata":{"kernelspec":{"language":"C#","name":".net-csharp","display_name":"C#"}},"nbformat":4,"nbformat_minor":5}
            """);

        var run = await kit.RunAsync("run", kit.Path("with.ipynb"), "-p", "size=512");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("size is 1024", File.ReadAllText(kit.Path("artifacts/run/with.ipynb")), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(2, ExitCode.Interrupted)]
    [InlineData(15, ExitCode.Terminated)]
    public async Task Signal_WhileACellRuns_LeavesNoChildAndNothingHalfWritten(int signal, int exitCode)
    {
        Skip.If(OperatingSystem.IsWindows(), "Signals are of POSIX systems.");
        Skip.IfNot(await KitProcess.CanRestoreSignalsAsync(), "The 'env' of this system cannot give signals back their meaning; that of GNU coreutils 8.31 can.");
        Assert.Equal(0, (await ChildRun.OfAsync("mkfifo", [kit.Path("pid")])).ExitCode);
        kit.WriteNotebook("endless.ipynb", $"System.IO.File.WriteAllText(\"{kit.Path("pid")}\", $\"{{Environment.ProcessId}}\"); while (true) {{ }}");
        using var process = kit.StartWithSignals("run", kit.Path("endless.ipynb"));
        var end = ChildRun.EndAsync(process);
        try
        {
            var child = int.Parse(await Task.Run(() => File.ReadAllText(kit.Path("pid"))).WaitAsync(patience));   // waits until the cell runs
            Assert.True(IsAlive(child));
            Assert.Equal(0, Kill(process.Id, signal));
            var run = await end.WaitAsync(patience);

            Assert.Equal(exitCode, run.ExitCode);
            Assert.Equal("Stopped.", run.Error.Trim().Split('\n')[^1]);
            Assert.False(IsAlive(child));
            Assert.False(Directory.Exists(kit.Path("artifacts/run")));
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    public void Dispose() => kit.Dispose();

    static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited && !IsZombie(id);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Dead, but nobody has asked for its exit code yet: in a container often nobody ever does.</summary>
    static bool IsZombie(int id) =>
        OperatingSystem.IsLinux() && File.Exists($"/proc/{id}/stat") && File.ReadAllText($"/proc/{id}/stat").Split(") ")[^1].StartsWith('Z');

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}

using System.Globalization;
using LearningKit.ChildProcesses;

namespace LearningKit.Notebooks.Tests.Session;

public sealed class ProgramMagicTests : SessionTests
{
    static readonly TimeSpan patience = TimeSpan.FromMinutes(5);

    [SkippableFact]
    public async Task Bash_ShowsBothStreams()
    {
        NeedBash();
        var executed = await Succeed("#!bash\necho one\necho two >&2");
        Assert.Equal(("one\n", "two\n"), (executed.Out, executed.Error));
    }

    [SkippableFact]
    public async Task Bash_ThatFails_FailsTheCell()
    {
        NeedBash();
        Assert.Contains("exit code 3", (await Run("#!bash\nexit 3")).Trace);
    }

    [SkippableFact]
    public async Task Bash_LargeOutput_IsWhole()
    {
        NeedBash();
        Assert.Equal(200_000, (await Succeed("#!bash\nseq 200000")).Out.Count(c => c == '\n'));
    }

    [SkippableFact]
    public async Task Bash_ThatIsStopped_LeavesNothingRunning()
    {
        NeedBash();
        using var cancel = new CancellationTokenSource();
        var id = 0;
        var result = await Session.ExecuteAsync("#!bash\nsleep 1000 & echo $!\nwait", output =>
        {
            id = int.Parse(((StreamOutput)output).Text, CultureInfo.InvariantCulture);
            cancel.CancelAsync();
        }, cancel.Token).WaitAsync(patience);
        Assert.Equal(CellStatus.Cancelled, result.Status);
        AssertGone(id);
    }

    [SkippableFact]
    public async Task Bash_BackgroundProgram_EndsWithTheSession()
    {
        NeedBash();
        Skip.IfNot(OperatingSystem.IsLinux());
        var id = int.Parse((await Succeed("#!bash\nsleep 1000 > /dev/null 2>&1 &\necho $!")).Out, CultureInfo.InvariantCulture);
        Assert.True(File.Exists($"/proc/{id}/stat"));
        await Session.DisposeAsync();
        AssertGone(id);
    }

    [SkippableFact]
    public async Task Python_KeepsVariables_AndShowsTheLastExpression()
    {
        NeedPython();
        await Succeed("#!python\nx = 20\nprint('hello')");
        Assert.Equal("41", (await Succeed("#!python\n2 * x + 1")).Value);
    }

    [SkippableFact]
    public async Task Python_Error_ShowsCellLineAndSource()
    {
        NeedPython();
        var executed = await Run("#!python\ndef divide(a):\n    return a / 0\n\ndivide(1)");
        Assert.Equal("ZeroDivisionError", executed.Result.Error!.Name);
        Assert.Contains("File \"Cell[1]\", line 3, in divide", executed.Trace);
        Assert.Contains("return a / 0", executed.Trace);
        Assert.DoesNotContain("<string>", executed.Trace);
        Assert.Equal("1", (await Succeed("#!python\n1")).Value);
    }

    [SkippableFact]
    public async Task Python_Processes_PrintAndReturn()
    {
        NeedPython();
        Skip.If(OperatingSystem.IsWindows());
        var executed = await Succeed("""
            #!python
            import multiprocessing
            def square(n):
                print('square', n)
                return n * n
            with multiprocessing.Pool(2) as pool:
                result = pool.map(square, range(20))
            result
            """);
        Assert.Equal("[" + string.Join(", ", Enumerable.Range(0, 20).Select(n => n * n)) + "]", executed.Value);
        Assert.Equal(20, executed.Out.Split('\n').Count(line => line.StartsWith("square ", StringComparison.Ordinal)));
    }

    [SkippableFact]
    public async Task Python_SubProgramOutput_IsShown()
    {
        NeedPython();
        Assert.Equal("from below\n", (await Succeed("#!python\nimport sys, subprocess\nr = subprocess.run([sys.executable, '-c', 'print(\"from below\")'])")).Out);
    }

    [SkippableFact]
    public async Task Python_ThatNeverEnds_IsStopped_AndKeepsItsVariables()
    {
        NeedPython();
        Skip.IfNot(OperatingSystem.IsLinux());
        await Succeed("#!python\nkept = 5");
        using var cancel = new CancellationTokenSource();
        var result = await Session.ExecuteAsync("#!python\nprint('begun')\nwhile True: pass", _ => cancel.CancelAsync(), cancel.Token).WaitAsync(patience);
        Assert.Equal(CellStatus.Cancelled, result.Status);
        Assert.Equal("5", (await Succeed("#!python\nkept")).Value);
    }

    [SkippableFact]
    public async Task Python_ThatExits_IsReported_AndANewOneStarts()
    {
        NeedPython();
        Assert.Contains("ended while it executed this cell", (await Run("#!python\nimport os\nos._exit(3)")).Trace);
        Assert.Equal("2", (await Succeed("#!python\n1 + 1")).Value);
    }

    [SkippableFact]
    public async Task Python_EndsWithTheSession()
    {
        NeedPython();
        Skip.IfNot(OperatingSystem.IsLinux());
        var id = int.Parse((await Succeed("#!python\nimport os\nos.getpid()")).Value!, CultureInfo.InvariantCulture);
        await Session.DisposeAsync();
        AssertGone(id);
    }

    static void NeedBash() => Skip.If(ChildProcess.FindOnPath("bash") is null, "bash is not on PATH.");

    static void NeedPython() => Skip.If(PythonInstallation.Path is null, "python3 is not on PATH.");

    // A killed process stays as a zombie until its parent has read its end.
    static void AssertGone(int id) => Assert.True(
        SpinWait.SpinUntil(() => !File.Exists($"/proc/{id}/stat") || File.ReadAllText($"/proc/{id}/stat").Contains(") Z "), patience),
        $"Process {id} still runs.");
}

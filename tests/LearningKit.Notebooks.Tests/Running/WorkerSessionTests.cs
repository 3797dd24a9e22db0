using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using LearningKit.Notebooks.Running;

namespace LearningKit.Notebooks.Tests.Running;

public sealed class WorkerSessionTests : WorkerTests
{
    [Fact]
    public async Task Cells_KeepState_ShowOutputs_AndCount()
    {
        await Succeed("var x = 6; Console.Write(\"é\ud83d\");");
        var second = await Succeed("display(x); x * 7");
        Assert.Equal((2, "42"), (second.Result.Number, second.Value));
        Assert.Equal("6", Assert.IsType<DisplayOutput>(second.Outputs[0]).Data.Text(MimeBundle.Plain));
        Assert.Equal(10, (await Run(new CellRequest("1") { Number = 10 })).Result.Number);
        Assert.Contains("Cell[11], line 1, column 1: error CS0103", (await Run("oops")).Trace);
    }

    [Fact]
    public async Task Folder_IsTheWorkersCurrentDirectory()
    {
        var folder = Directory.CreateTempSubdirectory("learningkit-test-");
        try
        {
            await using var other = new WorkerSession("dotnet", ["exec", typeof(WorkerTests).Assembly.Location], new() { WorkingDirectory = folder.FullName });
            var result = await other.ExecuteAsync("File.WriteAllText(\"here\", \"\");").WaitAsync(Patience);
            Assert.True(result.Succeeded, $"{result.Error}");
            Assert.True(File.Exists(Path.Combine(folder.FullName, "here")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Questions_AreAnswered_AlsoWhileACellRuns()
    {
        using var begun = new SemaphoreSlim(0);
        using var cancel = new CancellationTokenSource();
        var cell = Session.ExecuteAsync("Console.WriteLine(1); await Task.Delay(Timeout.Infinite, CellCancellation);", _ => begun.Release(), cancel.Token);
        Assert.True(await begun.WaitAsync(Patience));
        Assert.Equal(CodeStatus.Incomplete, await Session.CheckAsync("if (true) {").WaitAsync(Patience));
        Assert.Contains((await Session.CompleteAsync("Console.WriteL", 14).WaitAsync(Patience)).Items, item => item.Text == "WriteLine");
        Assert.Contains("Console", (await Session.InspectAsync("Console", 3).WaitAsync(Patience))!.Text(MimeBundle.Plain));
        await cancel.CancelAsync();
        Assert.Equal(CellStatus.Cancelled, (await cell.WaitAsync(Patience)).Status);
    }

    [Fact]
    public async Task Expressions_HaveValuesOrErrors()
    {
        var executed = await Run(new CellRequest("var x = 6;")
        {
            Expressions = new Dictionary<string, string> { ["twice"] = "2 * x", ["wrong"] = "oops", ["thrown"] = "x / (x - 6)" },
        });
        var expressions = executed.Result.Expressions;
        Assert.Equal("12", expressions["twice"].Data!.Text(MimeBundle.Plain));
        Assert.Equal(("CompilationError", "DivideByZeroException"), (expressions["wrong"].Error!.Name, expressions["thrown"].Error!.Name));
        Assert.Empty((await Run(new CellRequest("oops") { Expressions = new Dictionary<string, string> { ["x"] = "1" } })).Result.Expressions);
    }

    [Theory]
    [InlineData("Environment.Exit(3);", "ended with exit code 3")]
    [InlineData("int Down(int n) => Down(n + 1) + 1;\nDown(0)", "the stack overflowed")]
    [InlineData("Environment.FailFast(\"no more\");", "Environment.FailFast")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess().Kill();", "was killed from outside")]
    public async Task Worker_ThatDiesInACell_IsExplained_AndTheNextCellRuns(string deadly, string message)
    {
        if (!OperatingSystem.IsLinux() && deadly.Contains("Kill")) message = "ended with exit code";
        await Succeed("var kept = 1;");
        var died = await Run($"Console.WriteLine(\"shown\");\nThread.Sleep(200);\n{deadly}");
        Assert.Equal((CellStatus.Failed, "ProcessEnded", true), (died.Result.Status, died.Result.Error!.Name, died.Result.StateLost));
        Assert.Contains(message, died.Result.Error.Message);
        Assert.EndsWith("variables are gone: run the cells again from the top.", died.Result.Error.Message);
        Assert.Equal("shown\n", died.Out);
        var next = await Succeed("6 * 7");
        Assert.Equal((3, "42", ""), (next.Result.Number, next.Value, next.Error));
    }

    [Fact]
    public async Task Exit_KeepsWhatWasWrittenJustBefore() =>
        Assert.Equal("last words\n", (await Run("Console.WriteLine(\"last words\"); Environment.Exit(0);")).Out);

    [SkippableFact]
    public async Task Worker_ThatDiesBetweenCells_IsReplaced_AndTheNextCellSaysSo()
    {
        Skip.IfNot(OperatingSystem.IsLinux());
        var id = int.Parse((await Succeed("Environment.ProcessId")).Value!, CultureInfo.InvariantCulture);
        using (var worker = Process.GetProcessById(id))
        {
            worker.Kill();
            await worker.WaitForExitAsync().WaitAsync(Patience);
        }
        AssertGone(id);
        var next = await Run("6 * 7");
        if (next.Result.Succeeded) Assert.Contains("was killed from outside", next.Error);
        else Assert.Contains("was killed from outside", next.Trace);   // asked before the death was noticed
        Assert.Equal(("42", ""), ((await Succeed("6 * 7")).Value, (await Succeed("1")).Error));
    }

    [Fact]
    public async Task Worker_ThatCannotStart_SaysWhy()
    {
        await using var none = new WorkerSession("/no/such/program", []);
        var result = await none.ExecuteAsync("1");
        Assert.Contains("/no/such/program could not be started", result.Error!.Message);
        await Assert.ThrowsAsync<InvalidOperationException>(none.WaitUntilReadyAsync);
    }

    [SkippableFact]
    public async Task Worker_ThatEndsAtOnce_SaysWhy()
    {
        Skip.IfNot(File.Exists("/bin/sh"));
        await using var broken = new WorkerSession("/bin/sh", ["-c", "echo out of order >&2; exit 7"]);
        var result = await broken.ExecuteAsync("1").WaitAsync(Patience);
        Assert.Contains("ended with exit code 7 before it was ready", result.Error!.Message);
    }

    [Fact]
    public async Task WhatIsPrintedPastTheSession_ReachesItsCell_InOrder()
    {
        var executed = await Succeed("""
            using (var raw = Console.OpenStandardOutput()) { raw.Write("one\n\u001eno mark\n"u8); raw.Write("two"u8); }
            using (var raw = Console.OpenStandardError()) raw.Write("three\n"u8);
            """);
        Assert.Equal("one\nno mark\ntwothree\n", executed.Out);
        Assert.Empty((await Succeed("1")).Out);
    }

    [SkippableFact]
    public async Task ProgramWithInheritedStreams_PrintsIntoItsCell_AndReadsNoMessage()
    {
        Skip.IfNot(File.Exists("/bin/sh"));
        var executed = await Succeed("""
            System.Diagnostics.Process.Start("/bin/sh", ["-c", "cat; ls -l /proc/self/fd; echo done"]).WaitForExit();
            """);
        Assert.EndsWith("done\n", executed.Out);
        Assert.Equal("2", (await Succeed("1 + 1")).Value);
        if (!OperatingSystem.IsLinux()) return;

        // Of the pipes between this process and the worker it has the one for what is printed, and none of messages. (Whoever
        // started the tests may have handed pipes on to all of us.)
        var inherited = Regex.Matches(executed.Out, @"(\d+) -> (pipe:\[\d+\])").Select(match => (Descriptor: match.Groups[1].Value, Pipe: match.Groups[2].Value)).ToList();
        var printed = inherited.Single(item => item.Descriptor == "1").Pipe;
        Assert.Contains(printed, PrivatePipes());
        Assert.Empty(inherited.Select(item => item.Pipe).Intersect(PrivatePipes()).Except([printed]));
    }

    /// <summary>The pipes of this process that programs started by it do not get (proc(5), O_CLOEXEC).</summary>
    static HashSet<string> PrivatePipes()
    {
        const int closeOnExec = 0x80000;
        return [.. Directory.GetFiles("/proc/self/fd").Where(IsPrivate).Select(file => new FileInfo(file).LinkTarget ?? "").Where(target => target.StartsWith("pipe:"))];

        static bool IsPrivate(string file)
        {
            try
            {
                var flags = File.ReadLines($"/proc/self/fdinfo/{Path.GetFileName(file)}").First(line => line.StartsWith("flags:"))[6..];
                return (Convert.ToInt32(flags.Trim(), 8) & closeOnExec) != 0;
            }
            catch (IOException)
            {
                return false;   // closed in between
            }
        }
    }

    [Fact]
    public async Task ManyLines_OfManyThreads_ArriveWhole_InFewMessages()
    {
        var executed = await Succeed("Parallel.For(0, 100_000, i => Console.WriteLine(i));");
        var numbers = executed.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).Order();
        Assert.Equal(Enumerable.Range(0, 100_000), numbers);
        Assert.True(executed.Outputs.Count < 500, $"{executed.Outputs.Count} messages are not coalesced.");
    }

    [Fact]
    public async Task HugeText_IsCutWithANote()
    {
        var executed = await Succeed("Console.Write(new string('x', 100_000_000));");
        Assert.InRange(executed.Out.Length, 4_000_000, 4_000_200);
        Assert.EndsWith("The rest is not shown.]\n", executed.Out);
    }

    [Fact]
    public async Task LateOutput_ReachesTheCellThatStartedIt()
    {
        using var late = new BlockingCollection<CellOutput>();
        await Run(new CellRequest("var gate = new ManualResetEventSlim(); new Thread(() => { gate.Wait(); Console.WriteLine(\"late\"); }).Start();") { OnOutput = late.Add });
        Assert.Empty((await Succeed("gate.Set();")).Out);
        Assert.True(late.TryTake(out var output, Patience));
        Assert.Equal("late\n", ((StreamOutput)output).Text);
    }

    [Fact]
    public async Task BlockedPool_DoesNotKeepTheNextCellFromRunning()
    {
        await Succeed("var release = new ManualResetEventSlim(); for (var i = 0; i < 100; i++) Task.Run(() => release.Wait());");
        Assert.Equal("42", (await Succeed("6 * 7")).Value);
        await Succeed("release.Set();");
    }

    [Theory]
    [InlineData("new Thread(() => throw new InvalidOperationException(\"lost\")).Start();")]
    [InlineData("async void Fire() { await Task.Yield(); throw new InvalidOperationException(\"lost\"); }\nFire();")]
    public async Task Exception_ThatNothingCatches_IsShown_AndTheSessionLives(string code)
    {
        using var outputs = new BlockingCollection<CellOutput>();
        await Run(new CellRequest("var kept = 5;\n" + code) { OnOutput = outputs.Add });
        Assert.True(outputs.TryTake(out var output, Patience));
        Assert.Contains("InvalidOperationException: lost", ((StreamOutput)output).Text);
        Assert.Equal("5", (await Succeed("kept")).Value);
    }

    [SkippableFact]
    public async Task Dispose_LeavesNoProcess()
    {
        Skip.IfNot(OperatingSystem.IsLinux());
        var ids = (await Succeed("""
            using System.Diagnostics;
            var child = Process.Start("sleep", ["1000"]);
            Console.WriteLine($"{Environment.ProcessId} {child.Id}");
            """)).Out.Split(' ').Select(int.Parse).ToList();
        await Session.DisposeAsync();
        foreach (var id in ids) AssertGone(id);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Session.ExecuteAsync("1"));
    }

    [SkippableFact]
    public async Task Worker_WhoseParentDies_EndsWithItsPrograms()
    {
        Skip.IfNot(OperatingSystem.IsLinux());
        using var worker = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(WorkerTests).Assembly.Location])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        // All that a worker notices of a dead parent is the end of its pipe.
        var child = await Task.Run(() => StartProgram(worker)).WaitAsync(Patience);
        worker.StandardInput.Close();
        await worker.WaitForExitAsync().WaitAsync(Patience);
        AssertGone(child);

        static int StartProgram(Process worker)
        {
            var channel = new MessageChannel(worker.StandardOutput.BaseStream, worker.StandardInput.BaseStream);
            channel.Send(WorkerMessage.Open(new()));
            var request = WorkerMessage.Execute(new("System.Diagnostics.Process.Start(\"sleep\", [\"1000\"]).Id"));
            request["id"] = 1;
            channel.Send(request);
            var id = 0;
            while (channel.Read(_ => { }) is { } message && message.Kind() != "reply")
                if (message.Kind() == "output" && WorkerMessage.ReadOutput(message) is ResultOutput result)
                    id = int.Parse(result.Data.Text(MimeBundle.Plain)!, CultureInfo.InvariantCulture);
            return id;
        }
    }
}

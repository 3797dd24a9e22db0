namespace LearningKit.Notebooks.Tests.Session;

public sealed class InterruptionTests : SessionTests
{
    static readonly TimeSpan patience = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("Thread.Sleep(Timeout.Infinite);")]
    [InlineData("await Task.Delay(Timeout.Infinite);")]
    [InlineData("new object(); var gate = new SemaphoreSlim(0); gate.Wait();")]
    [InlineData("await Task.Delay(Timeout.Infinite, CellCancellation);")]
    public async Task Cell_WithoutEnd_IsStoppedAndTheSessionGoesOn(string endless)
    {
        var stopped = await Stop(endless);
        Assert.Equal(CellStatus.Cancelled, stopped.Result.Status);
        if (!stopped.Result.StillRunning) Assert.Equal("2", (await Succeed("1 + 1")).Value);
    }

    [Fact]
    public async Task Cell_ThatComputes_IsReallyStopped()
    {
        await Succeed("long count = 0;");
        var stopped = await Stop("while (true) count++;");
        Assert.False(stopped.Result.StillRunning);
        var first = (await Succeed("count")).Value;
        Assert.Equal(first, (await Succeed("count")).Value);
    }

    [SkippableFact]
    public async Task Cell_ThatNothingStops_IsGivenUp_AndTheSessionSaysSo()
    {
        Skip.IfNot(OperatingSystem.IsLinux());
        await Succeed("""
            using System.Runtime.InteropServices;
            static class C
            {
                [DllImport("libc")] public static extern int pipe(int[] ends);
                [DllImport("libc")] public static extern nint read(int descriptor, byte[] buffer, nint count);
            }
            var ends = new int[2];
            C.pipe(ends);
            """);
        var stopped = await Stop("C.read(ends[0], new byte[1], 1);");
        Assert.True(stopped.Result.StillRunning);
        Assert.Contains("Cell[2] was told to stop and still runs", (await Run("1")).Trace);
    }

#pragma warning disable xUnit1031 // The pool is blocked on purpose, so nothing here may wait for it.
    [Fact]
    public void Cell_WhileThePoolIsBlocked_RunsAtOnce()
    {
        using var release = new ManualResetEventSlim();
        var blockers = Enumerable.Range(0, 100).Select(_ => Task.Run(() => release.Wait())).ToArray();
        try
        {
            var cell = Session.ExecuteAsync("Console.WriteLine(6 * 7);\n6 * 7");
            Assert.True(cell.Wait(patience));
            Assert.True(cell.Result.Succeeded, $"{cell.Result.Error}");
        }
        finally
        {
            release.Set();
        }
        Task.WaitAll(blockers);
    }
#pragma warning restore xUnit1031

    async Task<Executed> Stop(string code)
    {
        using var cancel = new CancellationTokenSource();
        var marked = $"Console.WriteLine(\"begun\"); {code}";
        var outputs = new List<CellOutput>();
        var result = await Session.ExecuteAsync(marked, output =>
        {
            outputs.Add(output);
            cancel.CancelAsync();
        }, cancel.Token).WaitAsync(patience);
        return new(result, outputs);
    }
}

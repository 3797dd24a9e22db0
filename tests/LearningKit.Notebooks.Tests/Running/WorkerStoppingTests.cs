namespace LearningKit.Notebooks.Tests.Running;

public sealed class WorkerStoppingTests : WorkerTests
{
    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("void Spin() { while (true) { } }\nSpin();")]
    [InlineData("while (true) try { while (true) { } } catch { }")]
    [InlineData("Thread.Sleep(Timeout.Infinite);")]
    [InlineData("new TaskCompletionSource<int>().Task.Result.ToString();")]
    [InlineData("await new TaskCompletionSource().Task;")]
    [InlineData("await Task.Delay(Timeout.Infinite);")]
    [InlineData("await Task.Yield(); Thread.Sleep(Timeout.Infinite);")]
    [InlineData("Parallel.For(0, 1_000_000, i => Thread.SpinWait(1_000_000));")]
    [InlineData("Parallel.For(0, 1_000_000, new ParallelOptions { CancellationToken = CellCancellation }, i => Thread.Sleep(10));")]
    [InlineData("var threads = Enumerable.Range(0, 3).Select(_ => new Thread(() => Thread.Sleep(Timeout.Infinite)) { IsBackground = true }).ToList(); threads.ForEach(t => t.Start()); threads.ForEach(t => t.Join());")]
    [InlineData("Task.WaitAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => Thread.Sleep(Timeout.Infinite))).ToArray());")]
    [InlineData("System.Diagnostics.Process.Start(\"sleep\", [\"1000\"]).WaitForExit();")]
    [InlineData("Parallel.For(0, 1000, i => { while (true) { } });")]
    [InlineData("await Task.Yield(); for (var i = 0; ; i++) Console.WriteLine(i);")]
    [InlineData("while (true) new string('x', 100).ToString();")]
    [InlineData("void Grow(List<int> all) { for (;;) { all.Add(1); all.Clear(); } }\nGrow([]);")]
    [InlineData("await Task.Yield(); while (true) Guid.NewGuid().ToString();")]
    [InlineData("Task.Run(() => { while (true) Guid.NewGuid().ToString(); }).Wait();")]
    [InlineData("Parallel.For(0, 1000, i => { while (true) Guid.NewGuid().ToString(); });")]
    [InlineData("CellCancellation.Register(() => Thread.Sleep(Timeout.Infinite)); while (true) { }")]
    [InlineData("CellCancellation.Register(() => throw new InvalidOperationException()); while (true) { }")]
    public async Task Cell_WithoutEnd_IsStopped_AndTheStateIsKept(string endless)
    {
        await Succeed("var kept = 5;");
        var stopped = await Stop(endless);
        Assert.Equal((CellStatus.Cancelled, "Interrupted"), (stopped.Result.Status, stopped.Result.Error!.Name));
        Assert.Equal("5", (await Succeed("kept")).Value);
    }

    [Theory]
    [InlineData("var spinner = new Thread(() => { while (true) { } }) { IsBackground = true }; spinner.Start(); spinner.Join();")]
    [InlineData("Task.Run(() => { while (true) { } }).Wait();")]
    public async Task ThreadsThatStillCompute_AreTold(string endless)
    {
        await Succeed("var kept = 5;");
        var stopped = await Stop(endless);
        Assert.Equal(CellStatus.Cancelled, stopped.Result.Status);
        Assert.Contains("still compute", stopped.Error);
        Assert.Equal("5", (await Succeed("kept")).Value);
    }

    [Fact]
    public async Task Cell_ThatNothingStops_TakesItsWorkerAway_AndIsTold()
    {
        await Succeed("var kept = 5;");
        var shown = new System.Collections.Concurrent.ConcurrentQueue<CellOutput>();
        var stopped = await Stop("await Task.Yield(); while (true) { }", shown.Enqueue);
        Assert.Equal((CellStatus.Cancelled, true), (stopped.Result.Status, stopped.Result.StillRunning));
        var next = await Succeed("6 * 7");
        Assert.Equal(("42", ""), (next.Value, next.Error));
        Assert.Contains(shown.OfType<StreamOutput>(), output => output.Text.Contains("variables are gone"));
        Assert.Contains("CS0103", (await Run("kept")).Trace);
    }

    [Fact]
    public async Task Output_OfACellThatIsAborted_IsNeverCutInHalf()
    {
        await Succeed("var kept = 5;");
        for (var round = 0; round < 5; round++) await Stop("while (true) display(\"0123456789\");");
        Assert.Equal("5", (await Succeed("kept")).Value);
    }
}

namespace LearningKit.Notebooks.Tests.Session;

public sealed class OutputTests : SessionTests
{
    [Fact]
    public async Task Console_InParallelFor_IsCapturedWhole()
    {
        var executed = await Succeed("Parallel.For(0, 10_000, i => Console.WriteLine(i));");
        var numbers = executed.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).Order();
        Assert.Equal(Enumerable.Range(0, 10_000), numbers);
        Assert.True(executed.Outputs.Count < 200, $"{executed.Outputs.Count} outputs are not coalesced.");
    }

    [Fact]
    public async Task Console_InThread_IsCaptured() =>
        Assert.Equal("from a thread\n", (await Succeed("var t = new Thread(() => Console.WriteLine(\"from a thread\")); t.Start(); t.Join();")).Out);

    [Fact]
    public async Task Console_ErrorAndOut_KeepTheirOrder()
    {
        var executed = await Succeed("Console.Write(1); Console.Error.Write(2); Console.Write(3);");
        Assert.Equal([("stdout", "1"), ("stderr", "2"), ("stdout", "3")], executed.Outputs.Cast<StreamOutput>().Select(o => (o.Name, o.Text)));
    }

    [Fact]
    public async Task Console_OfALateThread_ReachesTheCellThatStartedIt()
    {
        using var late = new BlockingOutput();
        await Session.ExecuteAsync(
            "var gate = new ManualResetEventSlim(); new Thread(() => { gate.Wait(); Console.WriteLine(\"late\"); }).Start();", late.Add);
        var second = await Succeed("gate.Set();");
        Assert.Equal("late\n", late.Next());
        Assert.Empty(second.Out);
    }

    [Fact]
    public async Task Console_MoreThanTheLimit_IsCut()
    {
        var executed = await Succeed("var line = new string('x', 100_000); for (var i = 0; i < 100; i++) Console.WriteLine(line);");
        Assert.InRange(executed.Out.Length, 4_000_000, 4_300_000);
        Assert.EndsWith("The rest is not shown.]\n", executed.Out);
    }

    [Fact]
    public async Task Exception_OnABackgroundThread_IsShownAndTheSessionLives()
    {
        using var late = new BlockingOutput();
        await Session.ExecuteAsync("new Thread(() => throw new InvalidOperationException(\"lost\")).Start();", late.Add);
        Assert.Contains("InvalidOperationException: lost", late.Next());
        Assert.Equal("1", (await Succeed("1")).Value);
    }

    [Fact]
    public async Task ReadLine_InACell_SaysThatThereIsNoKeyboard() =>
        Assert.Contains("a notebook that runs by itself has none", (await Run("Console.ReadLine()")).Trace);

    [Fact]
    public async Task Display_OfAFigure_HasPlotlyHtmlAndText()
    {
        var executed = await Succeed("using LearningKit.Charts;\ndisplay(new BarChart(\"Title\", new(\"Time\", \"ms\"), [new(\"a\", 1)]));");
        var data = Assert.IsType<DisplayOutput>(Assert.Single(executed.Outputs)).Data;
        Assert.Equal([MimeBundle.Plotly, MimeBundle.Html, MimeBundle.Plain], data.Select(form => form.Key));
    }

    [Fact]
    public async Task Display_OfTwoSessions_DoesNotMix()
    {
        await using var other = new CSharpSession();
        var outputs = new List<CellOutput>();
        await Task.WhenAll(Run("for (var i = 0; i < 100; i++) Console.Write('a');"), other.ExecuteAsync("for (var i = 0; i < 100; i++) Console.Write('b');", outputs.Add));
        Assert.Equal(new string('b', 100), string.Concat(outputs.Cast<StreamOutput>().Select(o => o.Text)));
    }

    sealed class BlockingOutput : IDisposable
    {
        readonly System.Collections.Concurrent.BlockingCollection<CellOutput> outputs = [];

        public void Add(CellOutput output) => outputs.Add(output);

        public string Next() => outputs.TryTake(out var output, TimeSpan.FromSeconds(30)) ? ((StreamOutput)output).Text : "nothing came";

        public void Dispose() => outputs.Dispose();
    }
}

namespace LearningKit.Notebooks.Tests.Running;

public sealed class WorkerInputTests : WorkerTests
{
    [Fact]
    public async Task ReadLine_AsksWithTheUnfinishedLine()
    {
        var prompts = new List<string>();
        var executed = await Run(new CellRequest("Console.WriteLine(\"hello\");\nConsole.Write(\"Name? \");\nvar name = Console.ReadLine();\nConsole.Write($\"{name}!\");")
        {
            ReadInput = (prompt, _) =>
            {
                prompts.Add(prompt.Text);
                return Task.FromResult("Ada");
            },
        });
        Assert.True(executed.Result.Succeeded, executed.Trace);
        Assert.EndsWith("Ada!", executed.Out);
        // The line is shown once: as the question, or above it if it was handed on before.
        Assert.Equal("hello\nName? ", executed.Out[..^4] + Assert.Single(prompts));
    }

    [Fact]
    public async Task Read_GivesCharactersWithTheLineEnd()
    {
        var executed = await Run(new CellRequest("$\"{Console.Read()} {Console.Read()} {Console.Read()}\"") { ReadInput = (_, _) => Task.FromResult("ab") });
        Assert.Equal("97 98 10", executed.Value);
    }

    [Fact]
    public async Task ReadLine_WhereNobodyAnswers_IsAnError()
    {
        Assert.Contains("a notebook that runs by itself has none", (await Run("Console.ReadLine()")).Trace);
        var failed = await Run(new CellRequest("Console.ReadLine()") { ReadInput = (_, _) => Task.FromException<string>(new IOException("The window was closed.")) });
        Assert.Contains("The window was closed.", failed.Trace);
    }

    [Fact]
    public async Task ReadLine_ThatNobodyAnswers_CanBeStopped()
    {
        using var cancel = new CancellationTokenSource();
        await Succeed("var kept = 5;");
        var stopped = await Run(new CellRequest("Console.ReadLine()")
        {
            ReadInput = async (_, stop) =>
            {
                await cancel.CancelAsync();
                await Task.Delay(Timeout.Infinite, stop);
                return "";
            },
        }, cancel.Token);
        Assert.Equal((CellStatus.Cancelled, false), (stopped.Result.Status, stopped.Result.StillRunning));
        Assert.Equal("5", (await Succeed("kept")).Value);
    }

    [Theory]
    [InlineData("Console.ReadKey()", "InvalidOperationException")]
    [InlineData("Console.OpenStandardInput().ReadByte()", null)]
    public async Task Keys_AndTheRawStream_DoNotHang(string code, string? error)
    {
        var executed = await Run(code);
        if (error is null) Assert.Equal("-1", executed.Value);
        else Assert.Equal(error, executed.Result.Error!.Name);
    }
}

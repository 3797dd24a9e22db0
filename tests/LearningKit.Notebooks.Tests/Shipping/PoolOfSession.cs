using System.Collections.Concurrent;
using LearningKit.Notebooks.Tests.Session;

namespace LearningKit.Notebooks.Tests.Shipping;

/// <summary>A session whose first cell has made a pool of worker processes: <c>pool</c>.</summary>
public sealed class PoolOfSession : IAsyncLifetime
{
    CSharpSession Session { get; } = new();

    public Task InitializeAsync() => Succeed("using LearningKit.Processes;\nvar pool = new ProcessPool(1);");

    public async Task DisposeAsync()
    {
        await Succeed("pool.Dispose();");
        await Session.DisposeAsync();
    }

    /// <summary>Runs a cell.</summary>
    public async Task<Executed> Run(string code)
    {
        var outputs = new ConcurrentQueue<CellOutput>();
        var result = await Session.ExecuteAsync(code.ReplaceLineEndings("\n"), outputs.Enqueue);
        return new(result, [.. outputs]);
    }

    /// <summary>Runs a cell and stops it when it shows something.</summary>
    public async Task<Executed> Interrupt(string code)
    {
        using var stop = new CancellationTokenSource();
        var outputs = new ConcurrentQueue<CellOutput>();
        var result = await Session.ExecuteAsync(
            code.ReplaceLineEndings("\n"),
            output =>
            {
                outputs.Enqueue(output);
                stop.CancelAsync();
            },
            stop.Token).WaitAsync(TimeSpan.FromMinutes(5));
        return new(result, [.. outputs]);
    }

    /// <summary>Runs a cell that must not fail.</summary>
    public async Task<Executed> Succeed(string code)
    {
        var executed = await Run(code);
        Assert.True(executed.Result.Succeeded, executed.Trace);
        return executed;
    }
}

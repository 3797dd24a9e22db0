using System.Collections.Concurrent;

namespace LearningKit.Notebooks.Tests.Session;

/// <summary>A session for each test, and a way to execute a cell in it.</summary>
public abstract class SessionTests : IAsyncLifetime
{
    protected CSharpSession Session { get; set; } = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Session.DisposeAsync();

    protected async Task<Executed> Run(string code, CancellationToken cancel = default)
    {
        var outputs = new ConcurrentQueue<CellOutput>();
        var result = await Session.ExecuteAsync(code.ReplaceLineEndings("\n"), outputs.Enqueue, cancel);
        return new(result, [.. outputs]);
    }

    protected async Task<Executed> Succeed(string code)
    {
        var executed = await Run(code);
        Assert.True(executed.Result.Succeeded, executed.Trace);
        return executed;
    }
}

using System.Collections.Concurrent;
using LearningKit.Notebooks.Tests.Session;

namespace LearningKit.Notebooks.Tests.Running;

/// <summary>A session with a worker for each test, and ways to execute a cell in it.</summary>
public abstract class WorkerTests : IAsyncLifetime
{
    protected static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    protected WorkerSession Session { get; set; } = Start();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Session.DisposeAsync();

    protected static WorkerSession Start() => new("dotnet", ["exec", typeof(WorkerTests).Assembly.Location]);

    protected async Task<Executed> Run(CellRequest request, CancellationToken cancel = default)
    {
        var outputs = new ConcurrentQueue<CellOutput>();
        var told = request.OnOutput;
        var result = await Session.ExecuteAsync(request with { OnOutput = output => { outputs.Enqueue(output); told(output); } }, cancel).WaitAsync(Patience, CancellationToken.None);
        return new(result, [.. outputs]);
    }

    protected Task<Executed> Run(string code) => Run(new CellRequest(code.ReplaceLineEndings("\n")));

    protected async Task<Executed> Succeed(string code)
    {
        var executed = await Run(code);
        Assert.True(executed.Result.Succeeded, executed.Trace);
        return executed;
    }

    /// <summary>Runs a cell and stops it as soon as it has shown something.</summary>
    protected async Task<Executed> Stop(string code, Action<CellOutput>? listener = null)
    {
        using var cancel = new CancellationTokenSource();
        var request = new CellRequest($"Console.WriteLine(\"begun\");\n{code.ReplaceLineEndings("\n")}")
        {
            OnOutput = output =>
            {
                cancel.CancelAsync();
                listener?.Invoke(output);
            },
        };
        return await Run(request, cancel.Token);
    }

    /// <summary>A killed process stays as a zombie until its parent, or whoever took over, has read its end.</summary>
    protected static void AssertGone(int id) => Assert.True(
        SpinWait.SpinUntil(() => !File.Exists($"/proc/{id}/stat") || File.ReadAllText($"/proc/{id}/stat").Contains(") Z "), Patience), $"{id} still runs.");
}

using System.Diagnostics;
using System.Text.Json.Nodes;
using LearningKit.Notebooks.Running;

namespace LearningKit.Notebooks;

/// <summary>
/// A session in a process of its own, the worker: timings start fresh, and a cell that never ends, overflows the stack, exits
/// or is killed takes only that process down. The session then says what happened and goes on with a new one.
/// </summary>
/// <remarks>The worker starts at once, and loads the compiler while the caller does something else. This side loads none.</remarks>
/// <example>
/// <code>
/// await using var session = new WorkerSession(Environment.ProcessPath!, ["session"], new() { WorkingDirectory = folder });
/// var result = await session.ExecuteAsync("6 * 7", output => Console.WriteLine(output));
/// </code>
/// </example>
public sealed class WorkerSession : INotebookSession
{
    // A worker stops a cell by itself within two seconds; this is for one that does not even answer.
    static readonly TimeSpan untilReplaced = TimeSpan.FromSeconds(10);
    static readonly TimeSpan untilSettled = TimeSpan.FromSeconds(4);

    readonly string fileName;
    readonly IReadOnlyList<string> arguments;
    readonly SessionOptions options;
    readonly SemaphoreSlim turn = new(1, 1);
    readonly Lock gate = new();
    WorkerProcess worker;
    Task settling = Task.CompletedTask;
    WorkerProcess? lastUsed;
    bool deathIsKnown;
    int executions;
    bool disposed;

    /// <summary>Starts a worker.</summary>
    /// <param name="fileName">The program; it must call <see cref="SessionWorker.RunAsync"/>.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="options">The session's surroundings. The folder is also the worker's current directory.</param>
    public WorkerSession(string fileName, IReadOnlyList<string> arguments, SessionOptions? options = null)
    {
        (this.fileName, this.arguments, this.options) = (fileName, arguments, options ?? new());
        worker = StartWorker();
    }

    /// <summary>Waits until the worker listens. Nobody needs to: requests wait by themselves.</summary>
    /// <exception cref="InvalidOperationException">The program did not start, or ended at once; the message has its last words.</exception>
    public async Task WaitUntilReadyAsync()
    {
        var current = Living();
        await Task.WhenAny(current.Ready, current.Ended).ConfigureAwait(false);
        if (current.Ready.IsCompleted) return;
        var death = await current.Ended.ConfigureAwait(false);
        throw new InvalidOperationException(string.Join('\n', [death.Message, .. death.Error.Traceback.Skip(1)]), death);
    }

    /// <inheritdoc/>
    public async Task<CellResult> ExecuteAsync(CellRequest request, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        await turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            await settling.ConfigureAwait(false);
            executions = request.Number ?? executions + 1;
            return await ExecuteAsync(Living(), request with { Number = executions }, cancel).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<CompletionList> CompleteAsync(string code, int position, CancellationToken cancel = default)
    {
        var reply = await AskAsync("complete", code, position, cancel).ConfigureAwait(false);
        return reply is null ? new(position, position, []) : WorkerMessage.ReadCompletions(reply);
    }

    /// <inheritdoc/>
    public async Task<MimeBundle?> InspectAsync(string code, int position, CancellationToken cancel = default)
    {
        var reply = await AskAsync("inspect", code, position, cancel).ConfigureAwait(false);
        return reply is null ? null : OutputMessage.ReadBundle(reply);
    }

    /// <inheritdoc/>
    public async Task<CodeStatus> CheckAsync(string code, CancellationToken cancel = default)
    {
        var reply = await AskAsync("check", code, code.Length, cancel).ConfigureAwait(false);
        return reply is null ? CodeStatus.Complete : (CodeStatus)(int)reply;
    }

    /// <summary>Kills the worker with all that its cells started.</summary>
    public async ValueTask DisposeAsync()
    {
        WorkerProcess last;
        lock (gate) (disposed, last) = (true, worker);
        last.Kill();
        await last.Ended.ConfigureAwait(false);
    }

    /// <summary>Asks about code; null if the worker cannot say.</summary>
    async Task<JsonNode?> AskAsync(string kind, string code, int position, CancellationToken cancel)
    {
        try
        {
            return await Living().AskAsync(WorkerMessage.Question(kind, code, position), cancel).ConfigureAwait(false);
        }
        catch (WorkerEndedException)
        {
            return null;
        }
    }

    async Task<CellResult> ExecuteAsync(WorkerProcess current, CellRequest request, CancellationToken cancel)
    {
        var start = Stopwatch.GetTimestamp();
        var cell = new WorkerCell(request, cancel);
        if (lastUsed is not null && lastUsed != current && !deathIsKnown) cell.Note((await lastUsed.Ended.ConfigureAwait(false)).Message);
        (lastUsed, deathIsKnown) = (current, false);
        using var ended = new CancellationTokenSource();
        using var registration = cancel.Register(() => _ = KillLaterAsync(current, ended.Token));
        try
        {
            var result = await current.ExecuteAsync(request, cell, cancel).ConfigureAwait(false);
            if (result.StillRunning) settling = SettleAsync(current, cell);
            return result;
        }
        catch (WorkerEndedException death)
        {
            deathIsKnown = true;
            var status = cancel.IsCancellationRequested ? CellStatus.Cancelled : CellStatus.Failed;
            return new(status, request.Number!.Value, Stopwatch.GetElapsedTime(start), death.Error) { StateLost = true };
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
        }
    }

    static async Task KillLaterAsync(WorkerProcess current, CancellationToken unless)
    {
        await Task.WhenAny(Task.Delay(untilReplaced, unless)).ConfigureAwait(false);
        if (!unless.IsCancellationRequested) current.Kill();
    }

    /// <summary>Gives a cell that could not be stopped a last time to end, and then takes its worker away.</summary>
    async Task SettleAsync(WorkerProcess current, WorkerCell cell)
    {
        try
        {
            var end = current.AskAsync(WorkerMessage.Of("settle"), CancellationToken.None);
            await Task.WhenAny(end, Task.Delay(untilSettled)).ConfigureAwait(false);
            if (end.IsCompleted)
            {
                await end.ConfigureAwait(false);
                return;
            }
            cell.Note($"The cell did not stop, so its process was ended. {WorkerDeath.Consequence}");
            deathIsKnown = true;
            current.Kill();
            await current.Ended.ConfigureAwait(false);
        }
        catch (WorkerEndedException) { } // The next cell tells.
    }

    /// <summary>The worker that lives; a new one if the last could not start, for what hindered it may be mended.</summary>
    WorkerProcess Living()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if (worker.Ended.IsCompleted) worker = StartWorker();
            return worker;
        }
    }

    WorkerProcess StartWorker()
    {
        var started = new WorkerProcess(fileName, arguments, options);
        _ = ReplaceAsync(started);
        return started;
    }

    /// <summary>
    /// Starts the next worker as soon as one has died, so that it is warm when the next cell comes. One that died without having done
    /// anything would only die again: its successor waits for a request.
    /// </summary>
    async Task ReplaceAsync(WorkerProcess current)
    {
        await current.Ended.ConfigureAwait(false);
        if (!current.WasUsed) return;
        lock (gate)
            if (!disposed && worker == current) worker = StartWorker();
    }
}

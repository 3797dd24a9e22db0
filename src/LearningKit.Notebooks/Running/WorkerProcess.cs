using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using LearningKit.ChildProcesses;

namespace LearningKit.Notebooks.Running;

/// <summary>One worker from its start to its end, seen from the session that started it.</summary>
sealed class WorkerProcess
{
    static readonly TimeSpan untilReady = TimeSpan.FromMinutes(2);
    static readonly TimeSpan untilExited = TimeSpan.FromSeconds(5);
    static readonly TimeSpan untilPrinted = TimeSpan.FromMilliseconds(500);

    readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource<WorkerEndedException> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly ConcurrentDictionary<long, TaskCompletionSource<JsonNode?>> waiting = [];
    readonly ConcurrentDictionary<long, WorkerCell> cells = [];
    readonly Lock gate = new();
    readonly Process? process;
    readonly MessageChannel? channel;
    readonly PrintedText? printed;
    WorkerCell? lastCell;
    long lastId;

    /// <summary>Starts a worker. One that cannot start has <see cref="Ended"/> already.</summary>
    public WorkerProcess(string fileName, IReadOnlyList<string> arguments, SessionOptions options)
    {
        var info = new ProcessStartInfo(fileName, arguments)
        {
            WorkingDirectory = options.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            process = Process.Start(info)!;
        }
        catch (Win32Exception exception)
        {
            End(WorkerDeath.NeverBegan($"The session's process {fileName} could not be started: {exception.Message}"));
            return;
        }
        channel = new(process.StandardOutput.BaseStream, process.StandardInput.BaseStream);
        printed = new(process.StandardError.BaseStream, text => Volatile.Read(ref lastCell)?.Print(text));
        new Thread(() => ReadMessages(process, channel, printed)) { IsBackground = true, Name = "worker's messages" }.Start();
        channel.Send(WorkerMessage.Open(options));
        _ = KillUnlessReadyAsync();
    }

    /// <summary>Completes when the worker listens; never if it does not get so far.</summary>
    public Task Ready => ready.Task;

    /// <summary>True if it became ready and was asked for something.</summary>
    public bool WasUsed => Ready.IsCompleted && Interlocked.Read(ref lastId) > 0;

    /// <summary>Completes when the process is gone, with the reason.</summary>
    public Task<WorkerEndedException> Ended => ended.Task;

    /// <summary>Executes a cell.</summary>
    /// <exception cref="WorkerEndedException">The process ended before the cell did.</exception>
    public async Task<CellResult> ExecuteAsync(CellRequest request, WorkerCell cell, CancellationToken cancel)
    {
        var reply = await AskAsync(WorkerMessage.Execute(request), cancel, cell).ConfigureAwait(false);
        return WorkerMessage.ReadResult(reply!);
    }

    /// <summary>Sends a request and waits for the reply; cancelling tells the worker, which replies all the same.</summary>
    /// <exception cref="WorkerEndedException">The process ended before it replied.</exception>
    public async Task<JsonNode?> AskAsync(JsonObject request, CancellationToken cancel, WorkerCell? cell = null)
    {
        var id = Interlocked.Increment(ref lastId);
        request["id"] = id;
        var reply = waiting[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (cell is not null)
        {
            cells[id] = cell;
            Volatile.Write(ref lastCell, cell);
        }
        channel?.Send(request);
        using var registration = cancel.Register(() => channel?.Send(WorkerMessage.Of("cancel", id)));
        var first = await Task.WhenAny(reply.Task, Ended).ConfigureAwait(false);
        waiting.TryRemove(id, out _);
        if (first == reply.Task) return await reply.Task.ConfigureAwait(false);
        cell?.End();
        throw await Ended.ConfigureAwait(false);
    }

    /// <summary>Kills the process and all that it started.</summary>
    public void Kill()
    {
        lock (gate)
            if (process is not null && !Ended.IsCompleted) ProcessTree.Kill(process);
    }

    async Task KillUnlessReadyAsync()
    {
        await Task.WhenAny(Ready, Ended, Task.Delay(untilReady)).ConfigureAwait(false);
        if (!Ready.IsCompleted) Kill();
    }

    void ReadMessages(Process process, MessageChannel channel, PrintedText printed)
    {
        while (channel.Read(text => Volatile.Read(ref lastCell)?.Print(text)) is { } message) Receive(message, channel, printed);

        // Programs that the cells started and that outlive the worker hold no end of the message pipe.
        if (!process.WaitForExit(untilExited)) Kill();
        process.WaitForExit();
        ProcessTree.KillGroup(process.Id);
        DiagnosticPipes.Delete(process.Id);
        var lastWords = printed.LastWords();
        lock (gate)
        {
            End(WorkerDeath.Of(process.ExitCode, Ready.IsCompleted, lastWords));
            process.Dispose();
        }
    }

    void Receive(JsonObject message, MessageChannel channel, PrintedText printed)
    {
        switch (message.Kind())
        {
            case "ready":
                ready.TrySetResult();
                break;
            case "output":
                cells[message.Id()].Show(WorkerMessage.ReadOutput(message));
                break;
            case "input":
                var question = (long)message["question"]!;
                _ = cells[message.Id()].AskAsync(
                    WorkerMessage.ReadPrompt(message), (text, error) => channel.Send(WorkerMessage.Answer(question, text, error)));
                break;
            case "reply":
                Reply(message, printed);
                break;
        }
    }

    void Reply(JsonObject message, PrintedText printed)
    {
        var id = message.Id();
        if (cells.TryGetValue(id, out var cell))
        {
            printed.WaitForMark(id, untilPrinted);
            cell.End();
        }
        if (waiting.TryRemove(id, out var reply)) reply.SetResult(message.Value()?.DeepClone());
    }

    void End(ErrorOutput error) => ended.TrySetResult(new(error));
}

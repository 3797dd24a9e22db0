using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace LearningKit.Notebooks.Jupyter;

/// <summary>
/// Executes cells, one after the other ("Execute"). A cell that fails takes those that wait behind it along, unless its
/// request says otherwise.
/// </summary>
sealed class ExecutionLane(Channels channels, KernelStatus status, CellRunner runner)
{
    const int Longest = 1_000;

    readonly Channel<Request> waiting = Channel.CreateBounded<Request>(Longest);
    readonly Lock gate = new();
    CancellationTokenSource? running;

    /// <summary>Takes a cell; waits if there are too many.</summary>
    public ValueTask AddAsync(Request request, CancellationToken cancel) => waiting.Writer.WriteAsync(request, cancel);

    /// <summary>Stops the cell that runs, if one does.</summary>
    public void Interrupt()
    {
        lock (gate) running?.CancelAsync();
    }

    /// <summary>Executes until it is cancelled, which also stops the cell that runs.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        await foreach (var request in waiting.Reader.ReadAllAsync(cancel).ConfigureAwait(false))
        {
            var (reply, goesOn) = await ExecuteAsync(request, cancel).ConfigureAwait(false);
            // Who waits now was sent before anybody could know of the failure; who is sent after the reply knows of it.
            var given = goesOn ? [] : TakeWaiting();
            channels.Reply(request, reply);
            status.EndCell();
            foreach (var other in given) GiveUp(other);
        }
    }

    async Task<(JsonObject Reply, bool GoesOn)> ExecuteAsync(Request request, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        // Before anybody can know that the cell runs, it can be stopped.
        lock (gate) running = stop;
        status.BeginCell(request);
        var end = ExecuteRequest.Read(request.Message.Content) is { } cell
            ? await runner.RunAsync(request, cell, stop.Token).ConfigureAwait(false)
            : (ReplyContent.Malformed("the code"), true);
        lock (gate) running = null;
        return end;
    }

    List<Request> TakeWaiting()
    {
        var all = new List<Request>();
        while (waiting.Reader.TryRead(out var request)) all.Add(request);
        return all;
    }

    void GiveUp(Request request)
    {
        status.BeginCell(request);
        channels.Reply(request, new() { ["status"] = "aborted", ["execution_count"] = runner.Count });
        status.EndCell();
    }
}

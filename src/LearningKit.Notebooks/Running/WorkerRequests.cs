using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace LearningKit.Notebooks.Running;

/// <summary>Does what a worker is asked to do. The thread that reads the requests never waits: it must hear the next one.</summary>
/// <param name="session">The session.</param>
/// <param name="channel">Where replies go.</param>
/// <param name="mark">Called behind the end of a cell and before its reply, with the request's number.</param>
sealed class WorkerRequests(CSharpSession session, MessageChannel channel, Action<long> mark)
{
    readonly ConcurrentDictionary<long, CancellationTokenSource> running = [];
    readonly ConcurrentDictionary<long, TaskCompletionSource<string>> questions = [];
    long lastQuestion;

    /// <summary>Begins to do what a message asks for.</summary>
    public void Receive(JsonObject message)
    {
        var id = message.ContainsKey("id") ? message.Id() : 0;
        switch (message.Kind())
        {
            case "execute":
                _ = ExecuteAsync(id, message);
                break;
            case "cancel":
                // What a cell has registered at the token runs inside Cancel and may take its time.
                if (running.TryGetValue(id, out var source)) OnThread("cancel", source.Cancel);
                break;
            case "answer":
                Answer(message);
                break;
            case "settle":
                OnThread("settle", () =>
                {
                    session.LastCell.Wait();
                    channel.Send(WorkerMessage.Reply(id, null));
                });
                break;
            default:
                OnThread("question", () => _ = AnswerAsync(id, message));
                break;
        }
    }

    async Task ExecuteAsync(long id, JsonObject message)
    {
        var cancel = running[id] = new();
        var request = WorkerMessage.ReadRequest(message) with
        {
            OnOutput = output => channel.Send(WorkerMessage.Output(id, output)),
            ReadInput = (bool)message["input"]! ? (prompt, stop) => AskAsync(id, prompt, stop) : null,
        };
        var result = await session.ExecuteAsync(request, cancel.Token).ConfigureAwait(false);
        running.TryRemove(id, out _);
        mark(id);
        channel.Send(WorkerMessage.Reply(id, WorkerMessage.Write(result)));
    }

    async Task AnswerAsync(long id, JsonObject message)
    {
        using var cancel = running[id] = new();
        var code = (string)message["code"]!;
        var position = (int)message["position"]!;
        JsonNode? value = null;
        try
        {
            value = message.Kind() switch
            {
                "complete" => WorkerMessage.Write(await session.CompleteAsync(code, position, cancel.Token).ConfigureAwait(false)),
                "inspect" => await session.InspectAsync(code, position, cancel.Token).ConfigureAwait(false) is { } data ? OutputMessage.Write(data) : null,
                "check" => (int)await session.CheckAsync(code, cancel.Token).ConfigureAwait(false),
                _ => null,
            };
        }
        catch (OperationCanceledException) { } // Then there is no answer, which is one.
        finally
        {
            running.TryRemove(id, out _);
            channel.Send(WorkerMessage.Reply(id, value));
        }
    }

    async Task<string> AskAsync(long id, InputPrompt prompt, CancellationToken stop)
    {
        var question = Interlocked.Increment(ref lastQuestion);
        var answer = questions[question] = new();
        using var registration = stop.Register(() => answer.TrySetCanceled(stop));
        channel.Send(WorkerMessage.Input(id, question, prompt));
        return await answer.Task.ConfigureAwait(false);
    }

    void Answer(JsonObject message)
    {
        if (!questions.TryRemove((long)message["question"]!, out var answer)) return;
        if ((string?)message["error"] is { } error) answer.TrySetException(new IOException(error));
        else answer.TrySetResult((string?)message["text"] ?? "");
    }

    static void OnThread(string name, Action work) => new Thread(() => work()) { IsBackground = true, Name = name }.Start();
}

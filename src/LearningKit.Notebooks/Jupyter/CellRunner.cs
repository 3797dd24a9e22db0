using System.Text.Json.Nodes;

namespace LearningKit.Notebooks.Jupyter;

/// <summary>Executes one cell: shows what it shows, counts it, remembers it, and says how it ended.</summary>
sealed class CellRunner(Channels channels, InputChannel input, InputHistory history, INotebookSession session)
{
    /// <summary>How many cells have counted.</summary>
    public int Count { get; private set; }

    /// <summary>Executes a cell.</summary>
    /// <param name="request">Who asked.</param>
    /// <param name="cell">What is asked.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The content of the reply, and whether the cells behind it are to run.</returns>
    public async Task<(JsonObject Reply, bool GoesOn)> RunAsync(Request request, ExecuteRequest cell, CancellationToken cancel)
    {
        var number = Count + 1;
        if (cell.IsStored)
        {
            Count = number;
            history.Add(number, cell.Code);
        }
        if (!cell.IsSilent) channels.Publish("execute_input", new() { ["code"] = cell.Code, ["execution_count"] = number }, request);

        var payload = new JsonArray();
        var result = HelpQuestion.Read(cell.Code) is { } subject
            ? await ExplainAsync(subject, number, payload, cancel).ConfigureAwait(false)
            : await ExecuteAsync(request, cell, number, cancel).ConfigureAwait(false);
        if (result.Error is { } error)
        {
            Show(request, cell, number, error);
            var reply = ReplyContent.Error(error);
            reply["execution_count"] = Count;
            return (reply, !cell.StopsOthers);
        }
        return (new()
        {
            ["status"] = "ok",
            ["execution_count"] = Count,
            ["payload"] = payload,
            ["user_expressions"] = Content(result.Expressions),
        }, true);
    }

    async Task<CellResult> ExecuteAsync(Request request, ExecuteRequest cell, int number, CancellationToken cancel)
    {
        try
        {
            return await session.ExecuteAsync(
                new(cell.Code)
                {
                    Number = number,
                    OnOutput = output => Show(request, cell, number, output),
                    ReadInput = cell.MayAsk ? (prompt, token) => input.AskAsync(request, prompt, token) : null,
                    Expressions = cell.Expressions,
                },
                cancel).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            return Failed(number, exception);
        }
    }

    /// <summary>Answers a question for help with a page, which front ends show beside or below the cell.</summary>
    async Task<CellResult> ExplainAsync(string subject, int number, JsonArray payload, CancellationToken cancel)
    {
        try
        {
            var page = await session.InspectAsync(subject, subject.Length, cancel).ConfigureAwait(false);
            if (page is null)
            {
                return new(CellStatus.Failed, number, TimeSpan.Zero, new("Unknown", $"Nothing is known about '{subject}'."));
            }
            payload.Add(new JsonObject { ["source"] = "page", ["data"] = OutputMessage.Write(page), ["start"] = 0 });
            return new(CellStatus.Succeeded, number, TimeSpan.Zero, null);
        }
        catch (Exception exception)
        {
            return Failed(number, exception);
        }
    }

    /// <summary>A session that throws is broken; whoever runs the cell must learn of it, and the kernel goes on.</summary>
    static CellResult Failed(int number, Exception exception) => exception is OperationCanceledException
        ? new(CellStatus.Cancelled, number, TimeSpan.Zero, new("Interrupted", "The cell was stopped before it began."))
        : new(CellStatus.Failed, number, TimeSpan.Zero, new(exception.GetType().Name, exception.Message));

    void Show(Request request, ExecuteRequest cell, int number, CellOutput output)
    {
        if (output is ResultOutput result)
        {
            if (cell.IsStored) history.SetOutput(number, result.Data.Text(MimeBundle.Plain));
            output = result with { Number = number };
        }
        if (cell.IsSilent) return;
        try
        {
            Publish(request, output);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            var note = $"An output cannot be expressed as JSON and is not shown: {exception.Message}\n";
            Publish(request, new StreamOutput(StreamOutput.Error, note));
        }
    }

    void Publish(Request request, CellOutput output)
    {
        var (type, content) = OutputMessage.Write(output);
        channels.Publish(type, content, request);
    }

    static JsonObject Content(IReadOnlyDictionary<string, ExpressionResult> results)
    {
        var content = new JsonObject();
        foreach (var (name, result) in results)
        {
            content[name] = result.Error is { } error
                ? ReplyContent.Error(error)
                : new JsonObject { ["status"] = "ok", ["data"] = OutputMessage.Write(result.Data ?? []), ["metadata"] = new JsonObject() };
        }
        return content;
    }
}

using System.Text.Json.Nodes;
using System.Threading.Channels;
using LearningKit.Notebooks.Jupyter.Messages;

namespace LearningKit.Notebooks.Jupyter;

/// <summary>
/// Answers what front ends ask about code while it is written: one question after the other, also while a cell runs.
/// </summary>
sealed class QuestionLane(Channels channels, KernelStatus status, INotebookSession session)
{
    const int Longest = 1_000;

    static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    readonly Channel<Request> waiting = Channel.CreateBounded<Request>(Longest);

    /// <summary>Takes a question; waits if there are too many.</summary>
    public ValueTask AddAsync(Request question, CancellationToken cancel) => waiting.Writer.WriteAsync(question, cancel);

    /// <summary>Answers until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        await foreach (var question in waiting.Reader.ReadAllAsync(cancel).ConfigureAwait(false))
        {
            status.BeginAnswer(question);
            channels.Reply(question, await AnswerAsync(question.Message, cancel).ConfigureAwait(false));
            status.EndAnswer(question);
        }
    }

    async Task<JsonObject> AnswerAsync(JupyterMessage question, CancellationToken cancel)
    {
        if (question.Content.Text("code") is not { } code) return ReplyContent.Malformed("the code");
        var position = CodePoints.ToUtf16(code, question.Content.Number("cursor_pos") ?? int.MaxValue);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(patience);
        try
        {
            // A session that does not listen to the token must not hold up the questions behind this one.
            return await AnswerAsync(question.Type, code, position, limit.Token).WaitAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return ReplyContent.Error(new("Timeout", $"There was no answer within {patience.TotalSeconds} seconds."));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return ReplyContent.Error(new(exception.GetType().Name, exception.Message));
        }
    }

    async Task<JsonObject> AnswerAsync(string type, string code, int position, CancellationToken cancel) => type switch
    {
        "complete_request" => Content(code, await session.CompleteAsync(code, position, cancel).ConfigureAwait(false)),
        "inspect_request" => Content(await session.InspectAsync(code, position, cancel).ConfigureAwait(false)),
        _ when HelpQuestion.Read(code) is not null => Content(code, CodeStatus.Complete),
        _ => Content(code, await session.CheckAsync(code, cancel).ConfigureAwait(false)),
    };

    static JsonObject Content(string code, CompletionList list)
    {
        var start = CodePoints.FromUtf16(code, list.Start);
        var end = CodePoints.FromUtf16(code, list.End);
        var matches = new JsonArray();
        var types = new JsonArray();
        foreach (var item in list.Items)
        {
            matches.Add(item.Text);
            types.Add(new JsonObject
            {
                ["start"] = start,
                ["end"] = end,
                ["text"] = item.Text,
                ["type"] = item.Kind,
                ["signature"] = item.Signature,
            });
        }
        return new()
        {
            ["status"] = "ok",
            ["matches"] = matches,
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject { ["_jupyter_types_experimental"] = types },
        };
    }

    static JsonObject Content(MimeBundle? found) => new()
    {
        ["status"] = "ok",
        ["found"] = found is not null,
        ["data"] = found is null ? new JsonObject() : OutputMessage.Write(found),
        ["metadata"] = new JsonObject(),
    };

    static JsonObject Content(string code, CodeStatus status) => status switch
    {
        CodeStatus.Complete => new() { ["status"] = "complete" },
        CodeStatus.Incomplete => new() { ["status"] = "incomplete", ["indent"] = Indent(code) },
        _ => new() { ["status"] = "invalid" },
    };

    /// <summary>The indentation of the next line: that of the last one, and a step more behind an open bracket.</summary>
    static string Indent(string code)
    {
        var line = code.AsSpan(code.LastIndexOf('\n') + 1);
        var indent = line[..(line.Length - line.TrimStart().Length)];
        return line.TrimEnd() is [.., '{' or '(' or '['] ? $"{indent}    " : indent.ToString();
    }
}

using System.Text.Json.Nodes;

namespace LearningKit.Notebooks.Running;

/// <summary>
/// What a session and its worker say to each other, as JSON. Written by hand and not by a serializer, whose reflection
/// would cost a good part of the time until the first cell runs. The README in this folder lists the messages.
/// </summary>
static class WorkerMessage
{
    /// <summary>The message's kind.</summary>
    public static string Kind(this JsonObject message) => (string)message["kind"]!;

    /// <summary>What the message belongs to: a request of this number.</summary>
    public static long Id(this JsonObject message) => (long)message["id"]!;

    /// <summary>A message that belongs to a request.</summary>
    public static JsonObject Of(string kind, long id = 0) => new() { ["kind"] = kind, ["id"] = id };

    /// <summary>The first message to a worker.</summary>
    public static JsonObject Open(SessionOptions options) => new()
    {
        ["kind"] = "open",
        ["folder"] = options.WorkingDirectory,
        ["cache"] = options.CacheDirectory,
    };

    /// <summary>Reads <see cref="Open"/>.</summary>
    public static SessionOptions ReadOptions(JsonObject message) => new()
    {
        WorkingDirectory = (string)message["folder"]!,
        CacheDirectory = (string)message["cache"]!,
    };

    /// <summary>Asks for the execution of a cell.</summary>
    public static JsonObject Execute(CellRequest request) => new()
    {
        ["kind"] = "execute",
        ["code"] = request.Code,
        ["language"] = request.Language,
        ["number"] = request.Number,
        ["input"] = request.ReadInput is not null,
        ["expressions"] = new JsonObject(request.Expressions.Select(item => KeyValuePair.Create(item.Key, (JsonNode?)item.Value))),
    };

    /// <summary>Reads <see cref="Execute"/>, without the ways back to the caller.</summary>
    public static CellRequest ReadRequest(JsonObject message) => new((string)message["code"]!)
    {
        Language = (string)message["language"]!,
        Number = (int?)message["number"],
        Expressions = message["expressions"]!.AsObject().ToDictionary(item => item.Key, item => (string)item.Value!),
    };

    /// <summary>Asks about code.</summary>
    public static JsonObject Question(string kind, string code, int position = 0) =>
        new() { ["kind"] = kind, ["code"] = code, ["position"] = position };

    /// <summary>Tells what a cell showed.</summary>
    public static JsonObject Output(long id, CellOutput output)
    {
        var (type, content) = OutputMessage.Write(output);
        var message = Of("output", id);
        message["type"] = type;
        message["content"] = content;
        return message;
    }

    /// <summary>Reads <see cref="Output"/>.</summary>
    public static CellOutput ReadOutput(JsonObject message) => OutputMessage.Read((string)message["type"]!, message["content"]!);

    /// <summary>Asks the person for a line.</summary>
    public static JsonObject Input(long id, long question, InputPrompt prompt)
    {
        var message = Of("input", id);
        message["question"] = question;
        message["text"] = prompt.Text;
        message["password"] = prompt.IsPassword;
        return message;
    }

    /// <summary>Reads <see cref="Input"/>.</summary>
    public static InputPrompt ReadPrompt(JsonObject message) => new((string)message["text"]!, (bool)message["password"]!);

    /// <summary>The person's line, or why there is none.</summary>
    public static JsonObject Answer(long question, string? text, string? error) =>
        new() { ["kind"] = "answer", ["question"] = question, ["text"] = text, ["error"] = error };

    /// <summary>The reply to a request.</summary>
    public static JsonObject Reply(long id, JsonNode? value)
    {
        var message = Of("reply", id);
        message["value"] = value;
        return message;
    }

    /// <summary>The value of <see cref="Reply"/>.</summary>
    public static JsonNode? Value(this JsonObject message) => message["value"];

    /// <summary>A cell's result.</summary>
    public static JsonObject Write(CellResult result) => new()
    {
        ["status"] = (int)result.Status,
        ["number"] = result.Number,
        ["ticks"] = result.Duration.Ticks,
        ["error"] = Write(result.Error),
        ["expressions"] = new JsonObject(result.Expressions.Select(item => KeyValuePair.Create(item.Key, (JsonNode?)Write(item.Value)))),
        ["stillRunning"] = result.StillRunning,
    };

    /// <summary>Reads a cell's result.</summary>
    public static CellResult ReadResult(JsonNode json) => new(
        (CellStatus)(int)json["status"]!, (int)json["number"]!, TimeSpan.FromTicks((long)json["ticks"]!), ReadError(json["error"]))
    {
        Expressions = json["expressions"]!.AsObject().ToDictionary(item => item.Key, item => ReadExpression(item.Value!)),
        StillRunning = (bool)json["stillRunning"]!,
    };

    /// <summary>Completions.</summary>
    public static JsonObject Write(CompletionList list) => new()
    {
        ["start"] = list.Start,
        ["end"] = list.End,
        ["items"] = new JsonArray([.. list.Items.Select(item => (JsonNode)new JsonArray(item.Text, item.Kind, item.Signature))]),
    };

    /// <summary>Reads completions.</summary>
    public static CompletionList ReadCompletions(JsonNode json) => new(
        (int)json["start"]!,
        (int)json["end"]!,
        [.. json["items"]!.AsArray().Select(item => new CompletionItem((string)item![0]!, (string)item[1]!, (string)item[2]!))]);

    /// <summary>An error, or null.</summary>
    public static JsonNode? Write(ErrorOutput? error) => error is null ? null : OutputMessage.Write(error).Content;

    /// <summary>Reads an error, or null.</summary>
    public static ErrorOutput? ReadError(JsonNode? json) => json is null ? null : (ErrorOutput)OutputMessage.Read("error", json);

    static JsonObject Write(ExpressionResult result) => new()
    {
        ["data"] = result.Data is null ? null : OutputMessage.Write(result.Data),
        ["error"] = Write(result.Error),
    };

    static ExpressionResult ReadExpression(JsonNode json) =>
        new(json["data"] is { } data ? OutputMessage.ReadBundle(data) : null, ReadError(json["error"]));
}

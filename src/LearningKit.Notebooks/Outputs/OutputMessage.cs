using System.Text.Json.Nodes;

namespace LearningKit.Notebooks;

/// <summary>
/// Outputs as messages: the type and content that the Jupyter protocol gives them ("Messages on the IOPub channel"). The
/// kernel publishes them so, and a session in another process sends them so.
/// </summary>
static class OutputMessage
{
    /// <summary>The message of an output.</summary>
    public static (string Type, JsonObject Content) Write(CellOutput output) => output switch
    {
        StreamOutput stream => ("stream", new() { ["name"] = stream.Name, ["text"] = stream.Text }),
        DisplayOutput display => ("display_data", new()
        {
            ["data"] = Write(display.Data),
            ["metadata"] = new JsonObject(),
            ["transient"] = display.Id is null ? new JsonObject() : new JsonObject { ["display_id"] = display.Id },
        }),
        UpdateOutput update => ("update_display_data", new()
        {
            ["data"] = Write(update.Data),
            ["metadata"] = new JsonObject(),
            ["transient"] = new JsonObject { ["display_id"] = update.Id },
        }),
        ResultOutput result => ("execute_result", new()
        {
            ["data"] = Write(result.Data),
            ["execution_count"] = result.Number,
            ["metadata"] = new JsonObject(),
        }),
        ErrorOutput error => ("error", new()
        {
            ["ename"] = error.Name,
            ["evalue"] = error.Message,
            ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
        }),
        ClearOutput clear => ("clear_output", new() { ["wait"] = clear.Wait }),
        _ => throw new ArgumentException($"There is no such output: {output}.", nameof(output)),
    };

    /// <summary>The output of a message that <see cref="Write(CellOutput)"/> made.</summary>
    /// <exception cref="InvalidOperationException">The message is none of these, or lacks a part.</exception>
    public static CellOutput Read(string type, JsonNode content) => type switch
    {
        "stream" => new StreamOutput((string)content["name"]!, (string)content["text"]!),
        "display_data" => new DisplayOutput(ReadBundle(content["data"]!), (string?)content["transient"]!["display_id"]),
        "update_display_data" => new UpdateOutput(ReadBundle(content["data"]!), (string)content["transient"]!["display_id"]!),
        "execute_result" => new ResultOutput(ReadBundle(content["data"]!), (int?)content["execution_count"]),
        "error" => new ErrorOutput(
            (string)content["ename"]!, (string)content["evalue"]!, [.. content["traceback"]!.AsArray().Select(line => (string)line!)]),
        "clear_output" => new ClearOutput((bool)content["wait"]!),
        _ => throw new InvalidOperationException($"There is no output of the type {type}."),
    };

    /// <summary>A value's forms as JSON, by mime type.</summary>
    public static JsonObject Write(MimeBundle bundle) =>
        new(bundle.Select(form => KeyValuePair.Create(form.Key, (JsonNode?)form.Value.DeepClone())));

    /// <summary>The value whose forms <see cref="Write(MimeBundle)"/> made to JSON.</summary>
    public static MimeBundle ReadBundle(JsonNode data)
    {
        var bundle = new MimeBundle();
        foreach (var (mimeType, value) in data.AsObject()) bundle[mimeType] = value!.DeepClone();
        return bundle;
    }
}

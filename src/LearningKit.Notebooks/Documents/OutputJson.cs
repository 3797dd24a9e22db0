using System.Text;
using System.Text.Json.Nodes;

namespace LearningKit.Notebooks.Documents;

/// <summary>Outputs in the notebook format (nbformat 4, section "Code cell outputs").</summary>
static class OutputJson
{
    /// <summary>Reads one output; null for a kind that the format does not know yet.</summary>
    public static CellOutput? Read(JsonNode? json) => Text(json?["output_type"]) switch
    {
        "stream" => new StreamOutput(Text(json!["name"]), Text(json["text"])),
        "display_data" => new DisplayOutput(ReadBundle(json!["data"])),
        "execute_result" => new ResultOutput(ReadBundle(json!["data"]), json["execution_count"]?.GetValue<int>()),
        "error" => new ErrorOutput(
            Text(json!["ename"]), Text(json["evalue"]), [.. (json["traceback"] as JsonArray ?? []).Select(Text)]),
        _ => null,
    };

    /// <summary>Writes outputs, one text for each run of pieces of the same stream.</summary>
    public static JsonArray WriteAll(IEnumerable<CellOutput> outputs)
    {
        var result = new JsonArray();
        var pieces = new StringBuilder();
        string? stream = null;
        foreach (var output in outputs)
        {
            if (output is StreamOutput piece && piece.Name == stream)
            {
                pieces.Append(piece.Text);
                continue;
            }
            EndStream();
            if (output is StreamOutput first)
            {
                stream = first.Name;
                pieces.Append(first.Text);
            }
            else result.Add(Write(output));
        }
        EndStream();
        return result;

        void EndStream()
        {
            if (stream is not null) result.Add(Write(new StreamOutput(stream, pieces.ToString())));
            pieces.Clear();
            stream = null;
        }
    }

    /// <summary>Writes one output.</summary>
    public static JsonObject Write(CellOutput output) => output switch
    {
        StreamOutput stream => new()
        {
            ["name"] = stream.Name,
            ["output_type"] = "stream",
            ["text"] = NotebookText.Split(stream.Text),
        },
        DisplayOutput display => new()
        {
            ["data"] = WriteBundle(display.Data),
            ["metadata"] = new JsonObject(),
            ["output_type"] = "display_data",
        },
        ResultOutput result => new()
        {
            ["data"] = WriteBundle(result.Data),
            ["execution_count"] = result.Number,
            ["metadata"] = new JsonObject(),
            ["output_type"] = "execute_result",
        },
        ErrorOutput error => new()
        {
            ["ename"] = error.Name,
            ["evalue"] = error.Message,
            ["output_type"] = "error",
            ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
        },
        _ => throw new ArgumentException($"There is no such output: {output}.", nameof(output)),
    };

    static MimeBundle ReadBundle(JsonNode? json)
    {
        var bundle = new MimeBundle();
        foreach (var (mimeType, value) in json as JsonObject ?? [])
            if (value is not null) bundle[mimeType] = MimeBundle.IsJson(mimeType) ? value.DeepClone() : Text(value);
        return bundle;
    }

    static JsonObject WriteBundle(MimeBundle bundle)
    {
        var json = new JsonObject();
        foreach (var (mimeType, value) in bundle)
            json[mimeType] = MimeBundle.IsJson(mimeType) || mimeType.StartsWith("image/p", StringComparison.Ordinal)
                ? value.DeepClone()
                : NotebookText.Split(bundle.Text(mimeType)!);
        return json;
    }

    static string Text(JsonNode? json) => json switch
    {
        null => "",
        JsonArray lines => string.Concat(lines.Select(Text)),
        _ => json.ToString(),
    };
}

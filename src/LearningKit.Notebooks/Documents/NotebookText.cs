using System.Text.Json;
using System.Text.Json.Nodes;
using LearningKit.Notebooks.Documents.Json;

namespace LearningKit.Notebooks.Documents;

/// <summary>The notebook format's way to keep text: a list of lines, or one string.</summary>
static class NotebookText
{
    static readonly JsonDocumentOptions options = new() { MaxDepth = 512 };

    /// <summary>Reads a text.</summary>
    public static string Join(JsonSyntax? value) => value switch
    {
        JsonScalarSyntax { IsString: true } text => text.Text,
        JsonArraySyntax lines => string.Concat(lines.Items.Select(line => (line.Value as JsonScalarSyntax)?.Text)),
        _ => "",
    };

    /// <summary>Writes a text as a list of lines; each but the last ends with a line feed.</summary>
    public static JsonArray Split(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var feed and >= 0 ? feed + 1 : text.Length;
            lines.Add(text[start..end]);
            start = end;
        }
        return lines;
    }

    /// <summary>A copy of a value for reading.</summary>
    public static JsonNode? ToNode(JsonSyntax? value) =>
        value is null ? null : JsonNode.Parse(value.ToString(), documentOptions: options);
}

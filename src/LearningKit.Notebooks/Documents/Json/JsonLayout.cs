using System.Text;
using System.Text.Json.Nodes;

namespace LearningKit.Notebooks.Documents.Json;

/// <summary>
/// Writes new values in the style of their surroundings. The style of notebooks is that of Python's <c>json.dumps</c> with
/// an indent and without escapes for letters beyond ASCII.
/// </summary>
static class JsonLayout
{
    /// <summary>Writes a value for a place in a document.</summary>
    /// <param name="value">The value; null is JSON's null.</param>
    /// <param name="before">The white space before the member or item that holds it: tells depth and line ending.</param>
    /// <param name="indentUnit">One step of indentation; what it is does not matter where <paramref name="before"/> has no line end.</param>
    public static JsonSyntax Render(JsonNode? value, string before, string indentUnit)
    {
        var text = new StringBuilder();
        Write(text, value, before.Contains('\n') ? before : null, indentUnit);
        return JsonReader.Read(text.ToString(), "new value");
    }

    /// <summary>A JSON string of a text.</summary>
    public static string Quote(string text)
    {
        var json = new StringBuilder(text.Length + 2);
        Quote(json, text);
        return json.ToString();
    }

    static void Write(StringBuilder text, JsonNode? value, string? newLine, string unit)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject { Count: > 0 } members:
                WriteAll(text, '{', members, '}', newLine, unit, (member, inner) =>
                {
                    Quote(text, member.Key);
                    text.Append(": ");
                    Write(text, member.Value, inner, unit);
                });
                break;
            case JsonArray { Count: > 0 } items:
                WriteAll(text, '[', items, ']', newLine, unit, (item, inner) => Write(text, item, inner, unit));
                break;
            case JsonValue scalar when scalar.TryGetValue(out string? s):
                Quote(text, s);
                break;
            default:
                text.Append(value.ToJsonString());
                break;
        }
    }

    static void WriteAll<T>(
        StringBuilder text, char open, IEnumerable<T> items, char close, string? newLine, string unit, Action<T, string?> write)
    {
        var inner = newLine + unit;
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            if (!first) text.Append(newLine is null ? ", " : ",");
            if (newLine is not null) text.Append(inner);
            write(item, newLine is null ? null : inner);
            first = false;
        }
        text.Append(newLine).Append(close);
    }

    static void Quote(StringBuilder json, string text)
    {
        json.Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var pair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (pair) json.Append(c).Append(text[++i]);
            else if (c < ' ' || char.IsSurrogate(c) || c is '"' or '\\') json.Append(Escape(c));
            else json.Append(c);
        }
        json.Append('"');
    }

    static string Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\b' => "\\b",
        '\f' => "\\f",
        _ => $"\\u{(int)c:x4}",
    };
}

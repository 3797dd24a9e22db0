using System.Collections;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LearningKit.Notebooks.Formatting;

/// <summary>Turns a value into the forms in which front ends show it, best form first.</summary>
static class Formatter
{
    static readonly JsonSerializerOptions indented = new() { WriteIndented = true, MaxDepth = 512 };

    /// <summary>Formats any value. What its own code throws is shown in its place.</summary>
    public static MimeBundle Format(object? value)
    {
        try
        {
            return value switch
            {
                MimeBundle bundle => bundle,
                null => MimeBundle.OfText("null"),
                string text => MimeBundle.OfText(CutText.WithNote(text)),
                Exception exception => MimeBundle.OfText(ExceptionText.Describe(exception, _ => null).ToString()),
                byte[] bytes when ImageForm.Of(bytes) is { } image => image,
                JsonNode json => MimeBundle.OfText(CutText.WithNote(json.ToJsonString(indented))),
                JsonElement json => MimeBundle.OfText(CutText.WithNote(JsonSerializer.Serialize(json, indented))),
                JsonDocument json => MimeBundle.OfText(CutText.WithNote(JsonSerializer.Serialize(json, indented))),
                Task task => MimeBundle.OfText($"{ValueText.Of(task)} To get its result, write await in front of it."),
                _ => TypeFormatters.Format(value) ?? PlotlyNetChart.Format(value) ?? FormatByShape(value),
            };
        }
        catch (Exception exception) when (!ValueText.IsStop(exception))
        {
            return MimeBundle.OfText($"The value cannot be shown, for its own code threw {exception.GetType().Name}: {exception.Message}");
        }
    }

    /// <summary>Formats a value in some forms only.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">The forms, best first; none for all that the value has.</param>
    public static MimeBundle Format(object? value, IReadOnlyCollection<string> mimeTypes)
    {
        var all = Format(value);
        if (mimeTypes.Count == 0) return all;
        var wanted = new MimeBundle();
        foreach (var mimeType in mimeTypes) wanted[mimeType] = all[mimeType]?.DeepClone() ?? Make(mimeType, value, all);
        return wanted;
    }

    static JsonNode Make(string mimeType, object? value, MimeBundle all)
    {
        var text = all.Text(MimeBundle.Plain) ?? "";
        return mimeType == MimeBundle.Html ? $"<pre>{WebUtility.HtmlEncode(text)}</pre>"
            : MimeBundle.IsJson(mimeType) ? JsonSerializer.SerializeToNode(value) ?? JsonValue.Create(text)
            : text;
    }

    static MimeBundle FormatByShape(object value)
    {
        var (table, text) = value is IEnumerable sequence && !ValueText.IsSimple(value.GetType())
            ? FormatSequence(sequence)
            : (ValueTable.OfData(value), null);
        return table is null
            ? MimeBundle.OfText(CutText.WithNote(text ?? ValueText.Of(value)))
            : new() { [MimeBundle.Html] = table.ToHtml(), [MimeBundle.Plain] = table.ToText() };
    }

    static (ValueTable?, string?) FormatSequence(IEnumerable sequence)
    {
        if (sequence is Array { Rank: 2 } matrix) return (ValueTable.OfMatrix(matrix), null);
        var beginning = Beginning.Of(sequence, ValueTable.MaximalRows);
        return ValueTable.OfSequence(beginning) is { } table ? (table, null) : (null, ValueText.OfItems(beginning));
    }
}

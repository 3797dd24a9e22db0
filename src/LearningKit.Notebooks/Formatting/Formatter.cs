using System.Collections;
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
                string text => MimeBundle.OfText(text),
                Exception exception => MimeBundle.OfText(ExceptionText.Describe(exception, _ => null).ToString()),
                byte[] bytes when ImageType(bytes) is { } type => new()
                {
                    [type] = Convert.ToBase64String(bytes),
                    [MimeBundle.Plain] = $"{type}, {bytes.Length:N0} bytes",
                },
                JsonNode json => MimeBundle.OfText(json.ToJsonString(indented)),
                Task task => MimeBundle.OfText(Describe(task)),
                _ => TypeFormatters.Format(value) ?? FormatByShape(value),
            };
        }
        catch (Exception exception) when (exception is not (ThreadInterruptedException or OperationCanceledException))
        {
            return MimeBundle.OfText($"The value cannot be shown, for its own code threw {exception.GetType().Name}: {exception.Message}");
        }
    }

    static MimeBundle FormatByShape(object value)
    {
        if (ValueText.IsSimple(value.GetType())) return MimeBundle.OfText(ValueText.Of(value));
        var table = value is IEnumerable items ? ValueTable.OfSequence(items) : ValueTable.OfMembers(value);
        return table is null
            ? MimeBundle.OfText(ValueText.Of(value))
            : new() { [MimeBundle.Html] = table.ToHtml(), [MimeBundle.Plain] = table.ToText() };
    }

    static string Describe(Task task)
    {
        var state = task.Status switch
        {
            TaskStatus.RanToCompletion => "has ended",
            TaskStatus.Faulted => "has failed",
            TaskStatus.Canceled => "was cancelled",
            _ => "is not finished",
        };
        return $"A task that {state}. To get its result, write await in front of it.";
    }

    static string? ImageType(byte[] bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => MimeBundle.Png,
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        _ => null,
    };
}

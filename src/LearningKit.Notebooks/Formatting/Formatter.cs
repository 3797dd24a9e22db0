namespace LearningKit.Notebooks.Formatting;

/// <summary>Turns a value into the forms in which front ends show it.</summary>
static class Formatter
{
    /// <summary>Formats any value.</summary>
    public static MimeBundle Format(object? value) => value switch
    {
        MimeBundle bundle => bundle,
        null => MimeBundle.OfText("null"),
        _ => MimeBundle.OfText(value.ToString() ?? ""),
    };
}

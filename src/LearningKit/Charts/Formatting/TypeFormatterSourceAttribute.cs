namespace LearningKit.Charts.Formatting;

/// <summary>
/// Says how a notebook shows a type. .NET Interactive and the kit's own kernel look for an attribute of this NAME, so no
/// package is needed: they make the source, call its CreateTypeFormatters, and of each formatter read MimeType and call
/// Format(object, TextWriter).
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The class that makes the formatters; it has a constructor without parameters.</summary>
    public Type FormatterSourceType => formatterSourceType;

    /// <summary>The forms to show, best first.</summary>
    public string[] PreferredMimeTypes { get; set; } = [];
}

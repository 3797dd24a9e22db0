namespace LearningKit.Charts.Formatting;

/// <summary>How a notebook shows a <see cref="ProgressView"/>.</summary>
sealed class ProgressFormatterSource
{
    /// <summary>One formatter a form.</summary>
#pragma warning disable CA1822   // the convention wants a method of the instance
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new Formatter<ProgressView>("text/html", (view, writer) => writer.Write(view.ToHtml())),
        new Formatter<ProgressView>("text/plain", (view, writer) => writer.Write(view.ToString())),
    ];
#pragma warning restore CA1822
}

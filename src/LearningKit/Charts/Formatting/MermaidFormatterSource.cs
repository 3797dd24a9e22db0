namespace LearningKit.Charts.Formatting;

/// <summary>How a notebook shows a <see cref="MermaidDiagram"/>.</summary>
sealed class MermaidFormatterSource
{
    /// <summary>One formatter a form.</summary>
#pragma warning disable CA1822   // the convention wants a method of the instance
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new Formatter<MermaidDiagram>("text/vnd.mermaid", (diagram, writer) => writer.Write(diagram.Source)),
        new Formatter<MermaidDiagram>("text/html", (diagram, writer) => writer.Write(WebPage.Session.Tag(WebLibrary.Mermaid) + diagram.ToHtml())),
        new Formatter<MermaidDiagram>("text/plain", (diagram, writer) => writer.Write(diagram.ToText())),
    ];
#pragma warning restore CA1822
}

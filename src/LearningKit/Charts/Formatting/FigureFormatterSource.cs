namespace LearningKit.Charts.Formatting;

/// <summary>How a notebook shows a <see cref="Figure"/>.</summary>
sealed class FigureFormatterSource
{
    /// <summary>One formatter a form.</summary>
#pragma warning disable CA1822   // the convention wants a method of the instance
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new Formatter<Figure>("application/vnd.plotly.v1+json", (figure, writer) => writer.Write(figure.ToPlotly().ToJsonString())),
        new Formatter<Figure>("text/html", (figure, writer) => writer.Write(WebPage.Session.Tag(WebLibrary.Plotly) + figure.ToHtml())),
        new Formatter<Figure>("text/plain", (figure, writer) => writer.Write(figure.ToText())),
    ];
#pragma warning restore CA1822
}

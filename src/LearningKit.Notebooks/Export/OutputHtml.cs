using System.Text.Json.Nodes;
using LearningKit.Charts;

namespace LearningKit.Notebooks.Export;

/// <summary>What a cell showed, as HTML: of each value the richest form that a page can show.</summary>
static class OutputHtml
{
    /// <summary>One output.</summary>
    /// <param name="output">What the cell showed.</param>
    /// <param name="markdown">How Markdown is rendered.</param>
    /// <param name="need">Told which libraries the output needs.</param>
    public static string Render(CellOutput output, MarkdownHtml markdown, Action<WebLibrary> need) => output switch
    {
        StreamOutput stream => $"<pre class=\"{(stream.Name == StreamOutput.Error ? "stderr" : "stdout")}\" tabindex=\"0\">{AnsiText.ToHtml(stream.Text)}</pre>\n",
        ErrorOutput error => $"<pre class=\"error\" tabindex=\"0\">{AnsiText.ToHtml(error.ToString())}</pre>\n",
        DisplayOutput display => Render(display.Data, markdown, need),
        ResultOutput result => Render(result.Data, markdown, need),
        _ => "",
    };

    static string Render(MimeBundle data, MarkdownHtml markdown, Action<WebLibrary> need)
    {
        if (data[MimeBundle.Plotly] is JsonObject figure)
        {
            need(WebLibrary.Plotly);
            return $"<div>{FigureHtml.Fragment(figure)}</div>\n";
        }
        if (data.Text(MimeBundle.Mermaid) is { } diagram)
        {
            need(WebLibrary.Mermaid);
            return $"<div>{new MermaidDiagram(diagram, AltTextOf(data, diagram)).ToHtml()}</div>\n";
        }
        if (data.Text(MimeBundle.Html) is { } html) return $"<div>{html}</div>\n";
        if (data.Text(MimeBundle.Svg) is { } svg) return $"<div role=\"img\" aria-label=\"{Alt(data)}\">{svg}</div>\n";
        foreach (var (type, value) in data)
            if (type.StartsWith("image/", StringComparison.Ordinal))
                return $"<div><img src=\"data:{type};base64,{value.ToString().ReplaceLineEndings("")}\" alt=\"{Alt(data)}\"></div>\n";
        if (data.Text(MimeBundle.Markdown) is { } text) return $"<div class=\"text\">{markdown.Render(text)}</div>\n";
        return (data.Text(MimeBundle.Plain) ?? data.Text(MimeBundle.Json)) is { } plain
            ? $"<pre tabindex=\"0\">{AnsiText.ToHtml(plain)}</pre>\n"
            : "";
    }

    static string Alt(MimeBundle data) => SitePage.Escape(data.Text(MimeBundle.Plain) ?? "Image");

    // The plain form of a diagram is its alt text, an empty line, and its source.
    static string AltTextOf(MimeBundle data, string source)
    {
        var plain = data.Text(MimeBundle.Plain)?.Trim() ?? "";
        return plain.EndsWith(source.Trim(), StringComparison.Ordinal) && plain.Length > source.Trim().Length
            ? plain[..^source.Trim().Length].Trim()
            : "A diagram; its text follows.";
    }
}

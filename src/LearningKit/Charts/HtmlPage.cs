using System.Text;
using LearningKit.Data;

namespace LearningKit.Charts;

/// <summary>A page of figures that stands alone: one file, works from disk and offline, light and dark, each library in it once.</summary>
/// <example><code>new HtmlPage("Scaling of heat").Add(new SpeedupChart(study)).Add(new EfficiencyChart(study)).Save("heat.html");</code></example>
/// <param name="title">The page's title and first heading.</param>
public sealed class HtmlPage(string title)
{
    readonly StringBuilder body = new();
    readonly SortedDictionary<string, WebLibrary> needed = new(StringComparer.Ordinal);

    /// <summary>Adds a figure.</summary>
    public HtmlPage Add(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return Append(figure.ToHtml(), WebLibrary.Plotly);
    }

    /// <summary>Adds a diagram.</summary>
    public HtmlPage Add(MermaidDiagram diagram)
    {
        ArgumentNullException.ThrowIfNull(diagram);
        return Append(diagram.ToHtml(), WebLibrary.Mermaid);
    }

    /// <summary>Adds a heading under the page's own.</summary>
    public HtmlPage AddHeading(string text) => Append($"<h2>{Html.Escape(text)}</h2>\n");

    /// <summary>Adds a paragraph of text.</summary>
    public HtmlPage AddParagraph(string text) => Append($"<p>{Html.Escape(text)}</p>\n");

    /// <summary>Adds text whose lines and blanks matter.</summary>
    public HtmlPage AddPreformatted(string text) => Append($"<pre>{Html.Escape(text)}</pre>\n");

    /// <summary>The whole page.</summary>
    public string ToHtml() => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{Html.Escape(title)}</title>
        <link rel="icon" href="data:,">
        <style>{WebResource.Read("page.css")}</style>
        {string.Concat(needed.Values.Select(library => library.ScriptTag() + "\n"))}</head>
        <body>
        <main>
        <h1>{Html.Escape(title)}</h1>
        {body}{Missing()}</main>
        </body>
        </html>

        """;

    /// <summary>Writes the page. What stood there before is replaced only when the new page is whole.</summary>
    public void Save(string path)
    {
        using var file = new AtomicFile(path);
        file.Stream.Write(Encoding.UTF8.GetBytes(ToHtml()));
        file.Commit();
    }

    HtmlPage Append(string html, WebLibrary? library = null)
    {
        body.Append(html);
        if (library is not null) needed[library.Name] = library;
        return this;
    }

    string Missing() => needed.Values.All(library => library.IsInstalled) ? "" : $"<p><small>{Html.Escape(WebAssets.Notice ?? "")}</small></p>\n";
}

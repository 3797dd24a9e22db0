using System.Net;
using LearningKit.Charts;

namespace LearningKit.Notebooks.Export;

/// <summary>A notebook's place in the site, and what all pages share.</summary>
/// <param name="Notebook">The executed notebook.</param>
/// <param name="FileName">The page's file name.</param>
sealed record SitePage(Notebook Notebook, string FileName)
{
    /// <summary>The index's file name.</summary>
    public const string IndexName = "index.html";

    /// <summary>Where the style sheet lies, seen from a page.</summary>
    public const string StyleAddress = "assets/site.css";

    /// <summary>The style sheet.</summary>
    public static string Style { get; } = ReadStyle();

    /// <summary>Where the copy of a library lies, seen from a page.</summary>
    public static string ScriptAddress(WebLibrary library) => $"assets/{Path.GetFileName(library.File)}";

    /// <summary>True if a cell failed that was not meant to.</summary>
    public bool Failed => Notebook.Cells.Any(cell =>
        cell.Kind == CellKind.Code && !cell.Tags.Contains("raises-exception") && cell.Outputs.Any(output => output is ErrorOutput));

    /// <summary>A whole page.</summary>
    /// <param name="title">The title in the browser.</param>
    /// <param name="navigation">The list items of the navigation.</param>
    /// <param name="main">What the page is about.</param>
    /// <param name="libraries">The scripts that it needs.</param>
    public static string Frame(string title, string navigation, string main, IEnumerable<WebLibrary> libraries) =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{Escape(title)}</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="{StyleAddress}">
        {string.Concat(libraries.Select(library => Script(library) + "\n"))}</head>
        <body>
        <a class="skip" href="#content">Skip to the content</a>
        <header><nav aria-label="Site"><ul>{navigation}</ul></nav></header>
        <main id="content">
        {main}
        </main>
        <footer><p>Made by LearningKit.</p></footer>
        </body>
        </html>

        """;

    /// <summary>Text between tags or in a quoted attribute.</summary>
    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    static string Script(WebLibrary library) => library.IsInstalled ? WebLibrary.ScriptTag(ScriptAddress(library)) : library.ScriptTag();

    static string ReadStyle()
    {
        using var reader = new StreamReader(typeof(SitePage).Assembly.GetManifestResourceStream("site.css")!);
        return reader.ReadToEnd();
    }
}

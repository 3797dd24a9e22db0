using System.Text;
using LearningKit.Charts;

namespace LearningKit.Notebooks.Export;

/// <summary>One notebook as a page.</summary>
/// <param name="pages">All pages, for the way to the next.</param>
/// <param name="index">Which of them this is.</param>
/// <param name="onNeeded">Gets the libraries that the page needs.</param>
sealed class NotebookPage(IReadOnlyList<SitePage> pages, int index, Action<IEnumerable<WebLibrary>> onNeeded)
{
    readonly Notebook notebook = pages[index].Notebook;
    readonly SortedDictionary<string, WebLibrary> needed = new(StringComparer.Ordinal);

    /// <summary>The page.</summary>
    public string ToHtml()
    {
        var markdown = new MarkdownHtml(pages, FolderOf(notebook), Need);
        var main = new StringBuilder();
        if (!notebook.Cells.Any(cell => cell.Kind == CellKind.Markdown && cell.Source.Split('\n').Any(line => line.StartsWith("# ", StringComparison.Ordinal))))
            main.Append($"<h1>{SitePage.Escape(notebook.Title)}</h1>\n");
        foreach (var cell in notebook.Cells)
            main.Append(cell.Kind switch
            {
                CellKind.Markdown => $"<div class=\"text\">{markdown.Render(cell)}</div>\n",
                CellKind.Code => Code(cell, markdown),
                _ => "",
            });
        var html = SitePage.Frame(notebook.Title, Navigation(), main.ToString(), needed.Values);
        onNeeded(needed.Values);
        return html;
    }

    string Code(NotebookCell cell, MarkdownHtml markdown)
    {
        var html = new StringBuilder("<div class=\"cell\">");
        if (cell.ExecutionCount is { } count) html.Append($"<span class=\"number\">Cell {count}</span>");
        html.Append($"<div class=\"source\"><pre tabindex=\"0\"><code>{CodeHtml.Render(cell.Source, cell.Language ?? notebook.Language)}</code></pre></div>");
        var outputs = string.Concat(cell.Outputs.Select(output => OutputHtml.Render(output, markdown, Need)));
        if (outputs.Length > 0) html.Append($"\n<div class=\"outputs\">{outputs}</div>");
        return html.Append("</div>\n").ToString();
    }

    string Navigation()
    {
        var items = new StringBuilder($"<li><a href=\"{SitePage.IndexName}\">All notebooks</a></li>");
        if (index > 0) items.Append(Link("Previous: ", pages[index - 1]));
        if (index < pages.Count - 1) items.Append(Link("Next: ", pages[index + 1]));
        return items.ToString();

        static string Link(string label, SitePage page) =>
            $"<li><a href=\"{Uri.EscapeDataString(page.FileName)}\">{label}{SitePage.Escape(page.Notebook.Title)}</a></li>";
    }

    void Need(WebLibrary library) => needed[library.Name] = library;

    static string FolderOf(Notebook notebook) =>
        notebook.Path is null ? Environment.CurrentDirectory : Path.GetDirectoryName(Path.GetFullPath(notebook.Path))!;
}

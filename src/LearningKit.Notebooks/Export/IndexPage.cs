using System.Text;
using Markdig;

namespace LearningKit.Notebooks.Export;

/// <summary>The site's first page: every notebook with its title, what it is about, and whether it ran.</summary>
static class IndexPage
{
    /// <summary>The page.</summary>
    public static string ToHtml(IReadOnlyList<SitePage> pages)
    {
        var list = new StringBuilder();
        foreach (var page in pages)
        {
            list.Append($"<li><a href=\"{SitePage.Escape(Uri.EscapeDataString(page.FileName))}\">{SitePage.Escape(page.Notebook.Title)}</a>");
            if (page.Failed) list.Append(" <span class=\"failed\">A cell failed</span>");
            if (About(page.Notebook) is { Length: > 0 } about) list.Append($"<p>{SitePage.Escape(about)}</p>");
            list.Append("</li>\n");
        }
        var main = $"<h1>LearningKit</h1>\n<p>{Count(pages.Count)}</p>\n<ol class=\"lessons\">\n{list}</ol>";
        return SitePage.Frame("LearningKit", $"<li><a href=\"{SitePage.IndexName}\" aria-current=\"page\">All notebooks</a></li>", main, []);
    }

    static string Count(int count) => count == 1 ? "One notebook, as it ran on this machine." : $"{count} notebooks, as they ran on this machine.";

    // The first paragraph that is no heading.
    static string About(Notebook notebook) => notebook.Cells
        .Where(cell => cell.Kind == CellKind.Markdown)
        .SelectMany(cell => cell.Source.ReplaceLineEndings("\n").Split("\n\n"))
        .Select(paragraph => paragraph.Trim())
        .Where(paragraph => paragraph.Length > 0 && char.IsLetter(paragraph.TrimStart('*', '_', '"')[..1].FirstOrDefault()))
        .Select(paragraph => Markdown.ToPlainText(paragraph).Trim().ReplaceLineEndings(" "))
        .FirstOrDefault() ?? "";
}

using LearningKit.Charts;
using LearningKit.Data;
using LearningKit.Notebooks.Export;

namespace LearningKit.Notebooks;

/// <summary>
/// Writes executed notebooks as a static web site that opens from the file system: a page a notebook, an index, and the
/// scripts of charts and diagrams once beside them.
/// </summary>
public static class SiteExporter
{
    /// <summary>Writes the site; pages of the same names are replaced, other files in the folder stay.</summary>
    /// <param name="notebooks">Executed notebooks in the order of the index: a page is named after its notebook's file.</param>
    /// <param name="folder">Where the site goes; made if it is missing.</param>
    /// <returns>The path of the index.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static string Export(IReadOnlyList<Notebook> notebooks, string folder)
    {
        ArgumentNullException.ThrowIfNull(notebooks);
        var pages = Pages(notebooks);
        var needed = new HashSet<WebLibrary>();
        for (var index = 0; index < pages.Count; index++)
            Write(folder, pages[index].FileName, new NotebookPage(pages, index, needed.UnionWith).ToHtml());
        foreach (var library in needed.Where(library => library.IsInstalled))
            AtomicFile.Write(Path.Combine(folder, SitePage.ScriptAddress(library)), File.ReadAllBytes(library.Path));
        Write(folder, SitePage.StyleAddress, SitePage.Style);
        return Write(folder, SitePage.IndexName, IndexPage.ToHtml(pages));
    }

    static List<SitePage> Pages(IReadOnlyList<Notebook> notebooks)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "index" };
        return [.. notebooks.Select(notebook => new SitePage(notebook, Free(Path.GetFileNameWithoutExtension(notebook.Path ?? "notebook")) + ".html"))];

        string Free(string name) => taken.Add(name)
            ? name
            : Enumerable.Range(2, int.MaxValue - 2).Select(number => $"{name}-{number}").First(taken.Add);
    }

    static string Write(string folder, string address, string text)
    {
        var path = Path.GetFullPath(Path.Combine(folder, address));
        AtomicFile.Write(path, text);
        return path;
    }
}

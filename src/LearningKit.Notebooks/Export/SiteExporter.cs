namespace LearningKit.Notebooks;

/// <summary>Writes executed notebooks as a static web site that opens from the file system.</summary>
public static class SiteExporter
{
    /// <summary>Writes one page a notebook and an index of them.</summary>
    /// <param name="notebooks">Executed notebooks that were loaded from files: a page is named after its file.</param>
    /// <param name="folder">Where the site goes; made if it is missing.</param>
    /// <returns>The path of the index.</returns>
    public static string Export(IReadOnlyList<Notebook> notebooks, string folder)
    {
        ArgumentNullException.ThrowIfNull(notebooks);
        throw new NotImplementedException();
    }
}

using LearningKit.Notebooks;

namespace LearningKit.Cli.Lessons;

/// <summary>The site of the executed lessons.</summary>
static class LessonSite
{
    /// <summary>
    /// Makes the site anew from the copies of this run and from those of earlier runs whose lessons still exist, so that
    /// running one lesson does not take the others away.
    /// </summary>
    /// <param name="executed">The copies of this run.</param>
    /// <param name="folder">The folder of all copies.</param>
    /// <returns>The path of the index.</returns>
    public static string Write(IReadOnlyList<string> executed, string folder)
    {
        var earlier = LessonFolder.All().Select(path => Path.Combine(folder, Path.GetFileName(path))).Where(File.Exists);
        var all = earlier.Union(executed, StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return SiteExporter.Export([.. all.Select(Notebook.Load)], Path.Combine(folder, "site"));
    }
}

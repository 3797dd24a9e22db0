namespace LearningKit.Notebooks.Completion;

/// <summary>Files and folders that go on a path.</summary>
static class PathCompleter
{
    /// <summary>Finds them.</summary>
    /// <param name="folder">Where relative paths begin.</param>
    /// <param name="path">The path up to the cursor.</param>
    /// <param name="position">The cursor.</param>
    /// <param name="extensions">The kinds of files to offer; all, if none is given.</param>
    public static CompletionList Complete(string folder, string path, int position, params IReadOnlyList<string> extensions)
    {
        var typed = path[(path.LastIndexOf('/') + 1)..];
        var items = Entries(Path.Combine(folder, path[..^typed.Length]))
            .Where(entry => entry is DirectoryInfo || extensions.Count == 0 || extensions.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase))
            .Where(entry => typed.StartsWith('.') || !entry.Name.StartsWith('.'))
            .Select(entry => new Candidate(entry.Name, Closeness.Member, () => new(entry is DirectoryInfo ? entry.Name + "/" : entry.Name, "path")));
        return new(position - typed.Length, position, Candidate.Best(items, typed));
    }

    static IReadOnlyList<FileSystemInfo> Entries(string folder)
    {
        try
        {
            return [.. new DirectoryInfo(folder).EnumerateFileSystemInfos()];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or System.Security.SecurityException)
        {
            return []; // No such folder, or one that is not for us: nothing to offer.
        }
    }
}

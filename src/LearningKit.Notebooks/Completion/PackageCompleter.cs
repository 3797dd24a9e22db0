using System.Text.RegularExpressions;

namespace LearningKit.Notebooks.Completion;

/// <summary>Packages for <c>#r "nuget: Name, 1.2.3"</c>: those that are on this machine already.</summary>
static partial class PackageCompleter
{
    /// <summary>Names, or behind a comma the versions of one.</summary>
    /// <param name="wanted">What stands behind <c>nuget:</c> up to the cursor.</param>
    /// <param name="position">The cursor.</param>
    public static CompletionList Complete(string wanted, int position)
    {
        var typed = wanted[(wanted.LastIndexOfAny([',', ' ']) + 1)..];
        var comma = wanted.IndexOf(',');
        var folders = comma < 0 ? FoldersIn(PackagesFolder) : FoldersIn(Path.Combine(PackagesFolder, wanted[..comma].Trim().ToLowerInvariant()));
        var items = comma < 0
            ? folders.Select(folder => new Candidate(folder.Name, Closeness.Member, () => new(IdOf(folder), "package")))
            : folders.Select(folder => new Candidate(folder.Name, Closeness.Member, () => new(folder.Name, "version")));
        return new(position - typed.Length, position, Candidate.Best(items, typed));
    }

    static string PackagesFolder => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
        ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    static IReadOnlyList<DirectoryInfo> FoldersIn(string folder)
    {
        try
        {
            return [.. new DirectoryInfo(folder).EnumerateDirectories().Where(found => !found.Name.StartsWith('.'))];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return []; // Nothing was restored here yet.
        }
    }

    // The folder is in lower case; the package's own file knows how its name is spelled.
    static string IdOf(DirectoryInfo package)
    {
        try
        {
            var description = package.EnumerateFiles("*.nuspec", SearchOption.AllDirectories).FirstOrDefault();
            return description is not null && Id().Match(File.ReadAllText(description.FullName)) is { Success: true } match
                ? match.Groups[1].Value
                : package.Name;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return package.Name;
        }
    }

    [GeneratedRegex(@"<id>\s*([\w.\-]+)\s*</id>", RegexOptions.IgnoreCase)]
    private static partial Regex Id();
}

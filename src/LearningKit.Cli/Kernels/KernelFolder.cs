using LearningKit.Cli.Terminals;

namespace LearningKit.Cli.Kernels;

/// <summary>A folder in which Jupyter and VS Code look for kernels.</summary>
/// <param name="Location">The folder. Each kernel has a folder of its own in it.</param>
/// <param name="Option">What names it on the command line of <c>kit kernel</c>, with a space before it; null if nothing does.</param>
sealed record KernelFolder(string Location, string? Option)
{
    /// <summary>That of this user: found by every Jupyter and VS Code that the user starts.</summary>
    public static KernelFolder User => InData(JupyterPaths.Current.UserData) with { Option = "" };

    /// <summary>All that Jupyter searches, as far as they are known without asking its Python.</summary>
    public static IReadOnlyList<KernelFolder> All =>
        [.. JupyterPaths.Current.Data.Select(InData).Append(User).DistinctBy(folder => folder.Location).Select(folder => folder.Location == User.Location ? User : folder)];

    /// <summary>That of an installation: of a virtual environment, or of /usr/local for all users.</summary>
    public static KernelFolder OfPrefix(string prefix) => InData(Path.Combine(Path.GetFullPath(prefix), "share", "jupyter"));

    /// <summary>The entry of a kernel in this folder.</summary>
    public KernelSpec Spec(string name) => new(Path.Combine(Location, name));

    /// <summary>The entries that were made by a kit, this or another one.</summary>
    public IReadOnlyList<KernelSpec> SpecsOfKits() => Directory.Exists(Location)
        ? [.. Directory.EnumerateDirectories(Location).Order(StringComparer.Ordinal).Select(folder => new KernelSpec(folder)).Where(spec => spec.IsOfAKit)]
        : [];

    static KernelFolder InData(string data)
    {
        var share = Path.GetDirectoryName(data);
        var isInstallation = Path.GetFileName(data) == "jupyter" && Path.GetFileName(share) == "share";
        return new(Path.Combine(data, "kernels"), isInstallation ? $" --prefix {Quoted.Word(Path.GetDirectoryName(share)!)}" : null);
    }
}

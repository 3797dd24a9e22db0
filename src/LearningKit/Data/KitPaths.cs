namespace LearningKit.Data;

/// <summary>Where the kit's folders are.</summary>
/// <remarks>
/// The root is the folder that holds <c>LearningKit.sln</c>: the first one found upwards from the program, from this
/// library or from the current folder. The environment variable <c>LEARNINGKIT_HOME</c> overrides the search.
/// Nothing is created here.
/// </remarks>
public static class KitPaths
{
    /// <summary>The environment variable that names the root.</summary>
    public const string HomeVariable = "LEARNINGKIT_HOME";

    const string Marker = "LearningKit.sln";

    /// <summary>The root of the kit.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no kit around; the message says what to set.</exception>
    public static string Root =>
        Environment.GetEnvironmentVariable(HomeVariable) is { Length: > 0 } home ? Home(home) : found.Value;

    /// <summary>Everything that is generated: builds, executed notebooks, sites, made data.</summary>
    public static string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>Small data sets that come with the kit, and the manifest.</summary>
    public static string Datasets => Path.Combine(Root, "datasets");

    /// <summary>Data sets made or downloaded on this machine.</summary>
    public static string MadeDatasets => Path.Combine(Artifacts, "datasets");

    /// <summary>The lessons.</summary>
    public static string Notebooks => Path.Combine(Root, "notebooks");

    /// <summary>Executed notebooks and their site.</summary>
    public static string Run => Path.Combine(Artifacts, "run");

    /// <summary>Where npm puts plotly.js and Mermaid.</summary>
    public static string Web => Path.Combine(Artifacts, "web");

    static readonly Lazy<string> found = new(Find);

    static string Home(string folder) => Directory.Exists(folder)
        ? Path.GetFullPath(folder)
        : throw new DirectoryNotFoundException($"{HomeVariable} names '{folder}', which is not a folder. Set it to the folder that holds {Marker}, or unset it.");

    static string Find()
    {
        string[] starts = [AppContext.BaseDirectory, Path.GetDirectoryName(typeof(KitPaths).Assembly.Location) ?? "", Environment.CurrentDirectory];
        return starts.Where(start => start.Length > 0).Select(Above).FirstOrDefault(root => root is not null)
            ?? throw new DirectoryNotFoundException(
                $"No folder above '{AppContext.BaseDirectory}' or '{Environment.CurrentDirectory}' holds {Marker}. Set {HomeVariable} to the kit's folder.");
    }

    /// <summary>The nearest folder, from <paramref name="start"/> upwards, that holds the marker; null if none does.</summary>
    internal static string? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, Marker))) return folder.FullName;
        return null;
    }
}

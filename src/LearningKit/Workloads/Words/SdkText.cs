using System.Runtime.InteropServices;

namespace LearningKit.Workloads;

/// <summary>
/// The text that is on every learner's machine: the XML documentation that the .NET SDK keeps in its <c>packs</c> folder,
/// about 70 MB of prose and code.
/// </summary>
public static class SdkText
{
    /// <summary>The folder of the text.</summary>
    /// <exception cref="DirectoryNotFoundException">No SDK is found; the message says where was looked and what to do.</exception>
    public static string Folder => folder.Value;

    static readonly Lazy<string> folder = new(Find);

    static string Find()
    {
        var roots = Roots().OfType<string>().Where(root => root.Length > 0).Distinct().ToList();
        return roots.Select(root => Path.Combine(root, "packs")).FirstOrDefault(HoldsText)
            ?? throw new DirectoryNotFoundException(
                $"No XML documentation was found in a packs folder of the .NET SDK. Looked in: {string.Join(", ", roots)}. " +
                "Set DOTNET_ROOT to the folder of the SDK, or name a file or folder of your own.");
    }

    static bool HoldsText(string packs) =>
        Directory.Exists(packs) && Directory.EnumerateFiles(packs, "*.xml", SearchOption.AllDirectories).Any();

    /// <summary>Where an SDK may be: where the user says, where this program's runtime is, where <c>dotnet</c> on the PATH is.</summary>
    static IEnumerable<string?> Roots()
    {
        yield return Environment.GetEnvironmentVariable("DOTNET_ROOT");

        // ROOT/shared/Microsoft.NETCore.App/VERSION/
        yield return Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

        var program = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        foreach (var entry in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            var file = Path.Combine(entry, program);
            if (!File.Exists(file)) continue;
            yield return Path.GetDirectoryName(File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file);
        }
    }
}

using System.Runtime.CompilerServices;

namespace LearningKit.Benchmarks;

/// <summary>
/// Where the benchmarks' files are. BenchmarkDotNet runs them from a folder of its own, so the paths are those of the
/// sources at compile time.
/// </summary>
static class BenchmarkPaths
{
    /// <summary>The folder of this project.</summary>
    public static string Project { get; } = ThisFolder();

    /// <summary>The folder for everything generated.</summary>
    public static string Artifacts { get; } = Path.GetFullPath(Path.Combine(Project, "..", "..", "artifacts"));

    static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}

using System.Runtime.CompilerServices;
using LearningKit.Exercises;

namespace LearningKit.Lessons.Tests;

/// <summary>Keeps the tests away from the progress of whoever runs them.</summary>
static class TestProgress
{
    static readonly string folder = Path.Combine(AppContext.BaseDirectory, $"progress-{Environment.ProcessId}");

    [ModuleInitializer]
    internal static void Redirect()
    {
        Directory.CreateDirectory(folder);
        Environment.SetEnvironmentVariable(ProgressFile.PathVariable, NewPath());
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
    }

    /// <summary>A file that does not exist yet, deleted at the end.</summary>
    public static string NewPath() => Path.Combine(folder, $"{Guid.NewGuid():N}.json");

    /// <summary>A folder of its own, deleted at the end.</summary>
    public static string NewFolder() => Directory.CreateDirectory(Path.Combine(folder, $"{Guid.NewGuid():N}")).FullName;
}

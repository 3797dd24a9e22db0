using LearningKit.Notebooks;

namespace LearningKit.Cli.Lessons;

/// <summary>Starts this very program once more.</summary>
static class ChildKit
{
    /// <summary>The command that executes a notebook in the child.</summary>
    public const string RunNotebook = "run-notebook";

    /// <summary>A process for one notebook.</summary>
    public static NotebookProcess NotebookProcess()
    {
        // 'dotnet kit.dll' needs the library's name once more, the host program 'kit' does not.
        var host = Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(host).Equals("kit", StringComparison.OrdinalIgnoreCase)
            ? new(host, RunNotebook)
            : new(host, typeof(ChildKit).Assembly.Location, RunNotebook);
    }
}

using LearningKit.Notebooks;

namespace LearningKit.Cli.Lessons;

/// <summary>Starts this very program once more.</summary>
static class ChildKit
{
    /// <summary>What the child is started with: it executes the cells that its parent sends. Not for people, so in no help.</summary>
    public const string Cells = "session";

    /// <summary>The program that starts this kit, and its arguments.</summary>
    /// <param name="arguments">What is typed behind "kit".</param>
    public static (string Program, IReadOnlyList<string> Arguments) Command(params IEnumerable<string> arguments)
    {
        // 'dotnet kit.dll' needs the library's name once more, the host program 'kit' does not.
        var host = Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(host).Equals("kit", StringComparison.OrdinalIgnoreCase)
            ? (host, [.. arguments])
            : (host, [typeof(ChildKit).Assembly.Location, .. arguments]);
    }

    /// <summary>A process for one notebook.</summary>
    public static NotebookProcess NotebookProcess()
    {
        var (program, arguments) = Command(Cells);
        return new(program, arguments);
    }

    /// <summary>A session in a process of its own, in the current folder.</summary>
    public static WorkerSession Session()
    {
        var (program, arguments) = Command(Cells);
        return new(program, arguments);
    }
}

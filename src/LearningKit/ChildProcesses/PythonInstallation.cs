using System.ComponentModel;
using System.Diagnostics;

namespace LearningKit.ChildProcesses;

/// <summary>The Python on this machine.</summary>
public static class PythonInstallation
{
    /// <summary>The environment variable that names the program, for those who have several.</summary>
    public const string Variable = "LEARNINGKIT_PYTHON";

    static readonly TimeSpan patience = TimeSpan.FromSeconds(20);
    static readonly Lazy<string?> found = new(() => Candidates(Environment.GetEnvironmentVariable).FirstOrDefault(Runs));

    /// <summary>
    /// The Python that cells use: the one that <see cref="Variable"/> names; without it, that of the active virtual
    /// environment, else the first Python 3.8 or later on PATH that really runs: version managers and Windows put files of
    /// that name there which only print a message. Null if there is none.
    /// </summary>
    public static string? Path => found.Value;

    /// <summary>Why there is none, and what to do.</summary>
    public static string Missing => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
        ? $"{Variable} says that Python is {named}, but no Python 3.8 or later runs there. Correct it, or unset it to use the one on PATH."
        : "No Python 3.8 or later was found that runs. It is at https://www.python.org, or: sudo apt install python3";

    /// <summary>Where to look, in order.</summary>
    /// <param name="environment">Reads an environment variable.</param>
    internal static IEnumerable<string> Candidates(Func<string, string?> environment)
    {
        if (environment(Variable) is { Length: > 0 } named) return [named];
        var onPath = ChildProcess.AllOnPath("python3").Concat(ChildProcess.AllOnPath("python"));
        return environment("VIRTUAL_ENV") is { Length: > 0 } virtualEnvironment
            ? onPath.Prepend(OperatingSystem.IsWindows()
                ? System.IO.Path.Combine(virtualEnvironment, "Scripts", "python.exe")
                : System.IO.Path.Combine(virtualEnvironment, "bin", "python3"))
            : onPath;
    }

    static bool Runs(string python)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, ["-c", "import sys; sys.exit(sys.version_info < (3, 8))"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = true,
            })!;
            if (process.WaitForExit(patience)) return process.ExitCode == 0;
            process.Kill(entireProcessTree: true);
            return false;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}

using System.ComponentModel;
using System.Diagnostics;

namespace LearningKit.Notebooks.Running;

/// <summary>The Python on this machine.</summary>
static class PythonInstallation
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(20);
    static readonly Lazy<string?> found = new(Find);

    /// <summary>
    /// The first Python 3.8 or later on PATH that really runs: version managers and Windows put files of that name there
    /// which only print a message. Null if there is none.
    /// </summary>
    public static string? Path => found.Value;

    static string? Find() =>
        ChildProcess.AllOnPath("python3").Concat(ChildProcess.AllOnPath("python")).FirstOrDefault(Runs);

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

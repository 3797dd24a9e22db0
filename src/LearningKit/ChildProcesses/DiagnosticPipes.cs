namespace LearningKit.ChildProcesses;

/// <summary>The pipes that the .NET runtime makes in the temporary folder for debuggers and tracers, and that stay behind when a process is killed.</summary>
/// <remarks><see href="https://learn.microsoft.com/dotnet/core/diagnostics/diagnostic-port">Diagnostic port</see>. Windows has named pipes, which go with their process.</remarks>
public static class DiagnosticPipes
{
    /// <summary>Deletes those of a process that has ended or is about to.</summary>
    public static void Delete(int process)
    {
        if (OperatingSystem.IsWindows()) return;
        try
        {
            foreach (var name in (string[])["clr-debug-pipe", "dotnet-diagnostic"])
                foreach (var pipe in Directory.EnumerateFiles(Path.GetTempPath(), $"{name}-{process}-*")) File.Delete(pipe);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException) { } // Somebody else tidies up; they disturb nobody.
    }
}

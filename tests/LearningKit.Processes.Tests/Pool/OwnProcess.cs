using System.Diagnostics;

namespace LearningKit.Processes.Tests.Pool;

/// <summary>A program of these tests, in a process that it has for itself.</summary>
static class OwnProcess
{
    static readonly TimeSpan patience = TimeSpan.FromMinutes(4);

    /// <summary>Runs it to its end and returns the lines that it prints.</summary>
    /// <param name="arguments">Which program.</param>
    /// <param name="within">The words of a command that starts it.</param>
    /// <param name="temporary">Its folder for temporary files, if not the usual one.</param>
    public static async Task<string[]> Run(string[] arguments, string[]? within = null, string? temporary = null)
    {
        string[] words = [.. within ?? [], "dotnet", "exec", typeof(OwnProcess).Assembly.Location, .. arguments];
        var start = new ProcessStartInfo(words[0], words[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (temporary is not null) start.Environment["TMPDIR"] = temporary;
        using var process = Process.Start(start)!;
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync().WaitAsync(patience);
            Assert.True(process.ExitCode == 0, $"{string.Join(' ', arguments)} ended with {process.ExitCode}: {await errors}");
            return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}

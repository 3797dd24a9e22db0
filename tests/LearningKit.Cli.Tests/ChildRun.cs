using System.Diagnostics;

namespace LearningKit.Cli.Tests;

/// <summary>A program that was run to its end.</summary>
sealed record ChildRun(int ExitCode, string Out, string Error)
{
    /// <summary>Starts a program whose output is kept, and that finds its input empty.</summary>
    public static Process Start(string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var process = StartListening(file, arguments, environment);
        process.StandardInput.Close();
        return process;
    }

    /// <summary>Starts a program whose output is kept, and whose input stays open.</summary>
    public static Process StartListening(string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>()) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public static async Task<ChildRun> OfAsync(string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        using var process = Start(file, arguments, environment);
        return await EndAsync(process);
    }

    /// <summary>Waits for the end.</summary>
    public static async Task<ChildRun> EndAsync(Process process)
    {
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }
}

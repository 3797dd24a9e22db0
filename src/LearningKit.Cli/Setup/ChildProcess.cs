using System.ComponentModel;
using System.Diagnostics;

namespace LearningKit.Cli.Setup;

/// <summary>Runs a program to its end. Cancelling kills it and all that it started.</summary>
static class ChildProcess
{
    // Far more than a program needs that only tells something about itself, also on a busy machine.
    static readonly TimeSpan patience = TimeSpan.FromMinutes(1);

    /// <summary>Whether a program can be started and ends well.</summary>
    /// <param name="file">The program's full path.</param>
    /// <param name="arguments">Arguments with which it ends at once, such as <c>--version</c>.</param>
    public static bool Succeeds(string file, IEnumerable<string> arguments)
    {
        try
        {
            using var limit = new CancellationTokenSource(patience);
            return RunAsync(file, arguments, _ => { }, limit.Token).GetAwaiter().GetResult() == 0;
        }
        catch (Exception exception) when (exception is Win32Exception or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Runs a program.</summary>
    /// <param name="file">The program's full path.</param>
    /// <param name="arguments">Its arguments, one each.</param>
    /// <param name="onLine">Told every line of its output and its errors.</param>
    /// <param name="cancel">Kills it.</param>
    /// <param name="environment">Variables that differ from kit's own.</param>
    /// <param name="folder">Where it runs; null for the current folder.</param>
    /// <returns>Its exit code.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled and the program is gone.</exception>
    public static async Task<int> RunAsync(
        string file, IEnumerable<string> arguments, Action<string> onLine, CancellationToken cancel,
        IReadOnlyDictionary<string, string>? environment = null, string? folder = null)
    {
        cancel.ThrowIfCancellationRequested();
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? Environment.CurrentDirectory,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;

        using var process = new Process { StartInfo = start };
        var told = new Lock();
        process.OutputDataReceived += (_, line) => Tell(line.Data);
        process.ErrorDataReceived += (_, line) => Tell(line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }
        return process.ExitCode;

        void Tell(string? line)
        {
            if (line is null) return;
            lock (told) onLine(line);
        }
    }
}

using System.Diagnostics;
using System.Runtime.InteropServices;
using LearningKit.Cli.Setup;

namespace LearningKit.Cli.Kernels;

/// <summary>Runs a Jupyter in this terminal, on loopback and with its token, until it ends or is cancelled.</summary>
/// <param name="jupyter">The program.</param>
/// <param name="host">Where helpers are looked for.</param>
sealed class JupyterServer(JupyterProgram jupyter, Host host)
{
    const int Terminate = 15;

    /// <summary>How long Jupyter may take to end its kernels before it is killed with them.</summary>
    public static TimeSpan TimeToEnd { get; } = TimeSpan.FromSeconds(20);

    /// <summary>Runs it.</summary>
    /// <param name="target">The notebook or folder that it opens. It serves that folder and what is below.</param>
    /// <param name="browser">"none", or the browser that it opens; null for the usual one.</param>
    /// <param name="cancel">Ends it and its kernels.</param>
    /// <returns>Its exit code.</returns>
    public async Task<int> RunAsync(string target, string? browser, CancellationToken cancel)
    {
        var started = new TaskCompletionSource<Process>();
        var ended = Task.Factory.StartNew(() => Run(target, browser, started), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (await Task.WhenAny(started.Task, ended).ConfigureAwait(false) == ended) return await ended.ConfigureAwait(false);
        var process = await started.Task.ConfigureAwait(false);
        try
        {
            return await ended.WaitAsync(cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await EndAsync(process, ended).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The thread that starts the process waits for it, for the death signal of Linux comes when that thread ends.</summary>
    int Run(string target, string? browser, TaskCompletionSource<Process> started)
    {
        using var process = Process.Start(StartInfo(target, browser))!;
        started.SetResult(process);
        process.WaitForExit();
        return process.ExitCode;
    }

    ProcessStartInfo StartInfo(string target, string? browser)
    {
        // Notebook 6 opens a browser for a file even if told not to: it is given the folder.
        if (browser == "none" && File.Exists(target)) target = Path.GetDirectoryName(target)!;
        List<string> arguments = [.. jupyter.Arguments, target, "--ip=127.0.0.1", "-y"];
        if (browser is not null) arguments.Add(browser == "none" ? "--no-browser" : $"--browser={browser}");
        // Jupyter refuses to run as root unless told; in containers nobody else is there, and the token is asked for all the same.
        if (host.IsRoot && !OperatingSystem.IsWindows()) arguments.Add("--allow-root");
        return OperatingSystem.IsLinux() && host.Find("setpriv") is { } setpriv
            ? new(setpriv, ["--pdeathsig", "TERM", jupyter.Path, .. arguments])
            : new(jupyter.Path, arguments);
    }

    static async Task EndAsync(Process process, Task<int> ended)
    {
        try
        {
            if (!OperatingSystem.IsWindows()) _ = kill(process.Id, Terminate);   // on Windows Ctrl-C has reached it
            await ended.WaitAsync(TimeToEnd).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            await ended.ConfigureAwait(false);
        }
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int kill(int process, int signal);
}

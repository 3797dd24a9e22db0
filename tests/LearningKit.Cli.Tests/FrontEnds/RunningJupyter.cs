using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using LearningKit.Cli.Terminals;
using LearningKit.Data;
using Xunit;

namespace LearningKit.Cli.Tests.FrontEnds;

/// <summary>A Jupyter that 'kit lab' has started on a copy of the lessons.</summary>
sealed partial class RunningJupyter : IAsyncDisposable
{
    const int Interrupt = 2;

    // Nothing here takes long: this only keeps a broken Jupyter from holding up all tests.
    static readonly TimeSpan patience = TimeSpan.FromMinutes(2);

    readonly Process process;
    readonly StringBuilder log = new();
    readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    RunningJupyter(Process process, string folder, string temporary)
    {
        (this.process, Folder, Temporary) = (process, folder, temporary);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    /// <summary>The folder that it serves.</summary>
    public string Folder { get; }

    /// <summary>Where it, its kernels and their workers put what is temporary.</summary>
    public string Temporary { get; }

    /// <summary>Where it is, with its token.</summary>
    public Uri Address => address.Task.Result;

    /// <summary>Starts it on a copy of the lessons, so that saving them changes nothing.</summary>
    public static async Task<RunningJupyter> StartAsync(KernelInstallation kernel)
    {
        KernelInstallation.PythonWith("notebook");
        var place = kernel.At($"{Guid.NewGuid():N}");
        var folder = Path.Combine(place, "my lessons");
        var temporary = Directory.CreateDirectory(Path.Combine(place, "tmp")).FullName;
        foreach (var file in Directory.EnumerateFiles(KitPaths.Notebooks, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(KitPaths.Notebooks, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        // Ignoring Ctrl-C is inherited, and tests may run in the background.
        var environment = new Dictionary<string, string?>(kernel.Environment) { ["JUPYTER_PORT"] = $"{FreePort()}", ["TMPDIR"] = temporary };
        var process = ChildRun.Start("/usr/bin/env", ["--default-signal=INT", Environment.ProcessPath!, KernelInstallation.Kit, "lab", folder, "--browser", "none"], environment);
        var jupyter = new RunningJupyter(process, folder, temporary);
        try
        {
            await jupyter.address.Task.WaitAsync(patience);
        }
        catch (TimeoutException)
        {
            await jupyter.DisposeAsync();
            Assert.Fail($"Jupyter did not say where it is: {jupyter.log}");
        }
        return jupyter;
    }

    /// <summary>The page of a notebook.</summary>
    public Uri PageOf(string name) => new(Address, $"/notebooks/{name}{Address.Query}");

    /// <summary>Presses Ctrl-C and waits for the end.</summary>
    public async Task PressCtrlCAsync()
    {
        Assert.Equal(0, Kill(process.Id, Interrupt));
        await process.WaitForExitAsync().WaitAsync(patience);
        Assert.Equal(ExitCode.Interrupted, process.ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    void Read(string? line)
    {
        if (line is null) return;
        lock (log) log.AppendLine(line);
        if (AddressWithToken().Match(line) is { Success: true } found) address.TrySetResult(new(found.Value));
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/\?token=\w+")]
    private static partial Regex AddressWithToken();

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}

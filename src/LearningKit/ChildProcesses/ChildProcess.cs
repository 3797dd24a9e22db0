using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace LearningKit.ChildProcesses;

/// <summary>A program that this process starts. It ends with this process at the latest, with all that it started itself.</summary>
/// <remarks>
/// On Linux it leads a session of its own (<c>setsid</c>), so that a signal reaches all its descendants, and the kernel
/// kills it when this process dies (<c>setpriv --pdeathsig</c>). That signal comes with the end of the thread that started
/// the program, so programs are started by one thread that never ends. Elsewhere the process tree is killed.
/// </remarks>
public sealed class ChildProcess : IDisposable
{
    static readonly ConcurrentDictionary<ChildProcess, byte> running = [];
    static readonly BlockingCollection<Action> starts = [];
    static readonly string? setPriv = FindOnPath("setpriv");
    static readonly string? setSid = FindOnPath("setsid");

    readonly Process process;
    readonly bool leadsSession;

    static ChildProcess() => new Thread(() =>
    {
        foreach (var start in starts.GetConsumingEnumerable()) start();
    })
    { IsBackground = true, Name = "child starter" }.Start();

    ChildProcess(Process process, bool leadsSession)
    {
        (this.process, this.leadsSession) = (process, leadsSession);
        running.TryAdd(this, 0);
    }

    /// <summary>What to write to it.</summary>
    public StreamWriter Input => process.StandardInput;

    /// <summary>What it writes.</summary>
    public StreamReader Output => process.StandardOutput;

    /// <summary>What it writes to the error stream.</summary>
    public StreamReader Error => process.StandardError;

    /// <summary>True if it has ended.</summary>
    public bool HasExited => process.HasExited;

    /// <summary>Starts a program.</summary>
    /// <param name="fileName">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">Its working directory.</param>
    /// <exception cref="Win32Exception">It cannot be started.</exception>
    public static ChildProcess Start(string fileName, IReadOnlyList<string> arguments, string folder)
    {
        var leadsSession = OperatingSystem.IsLinux() && setPriv is not null && setSid is not null;
        var info = leadsSession
            ? new ProcessStartInfo(setPriv!, ["--pdeathsig", "KILL", setSid!, fileName, .. arguments])
            : new ProcessStartInfo(fileName, arguments);
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        info.WorkingDirectory = folder;
        info.RedirectStandardInput = info.RedirectStandardOutput = info.RedirectStandardError = true;
        info.StandardInputEncoding = info.StandardOutputEncoding = info.StandardErrorEncoding = utf8;

        var started = new TaskCompletionSource<Process>();
        starts.Add(() =>
        {
            try { started.SetResult(Process.Start(info)!); }
            catch (Exception exception) { started.SetException(exception); }
        });
        return new(started.Task.GetAwaiter().GetResult(), leadsSession);
    }

    /// <summary>Waits for the end and tells the exit code.</summary>
    public int WaitForExit()
    {
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>Asks it to stop, as Ctrl-C does. False where the system has no way to.</summary>
    public bool Interrupt() => leadsSession && ProcessTree.Interrupt(process.Id);

    /// <summary>Kills it and all that it started.</summary>
    public void Kill() => ProcessTree.Kill(process);

    /// <summary>Kills every program that this process has started in this way.</summary>
    public static void KillAll()
    {
        foreach (var child in running.Keys) child.Kill();
    }

    /// <summary>Kills it if it still runs.</summary>
    public void Dispose()
    {
        Kill();
        running.TryRemove(this, out _);
        process.Dispose();
    }

    /// <summary>The first file of a name on PATH, or null.</summary>
    public static string? FindOnPath(string name) => AllOnPath(name).FirstOrDefault();

    /// <summary>Every file of a name on PATH, in order.</summary>
    public static IEnumerable<string> AllOnPath(string name)
    {
        var file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, file))
            .Where(File.Exists);
    }
}

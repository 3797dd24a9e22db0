using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace LearningKit.ChildProcesses;

/// <summary>Ends processes with all that they started.</summary>
/// <remarks>
/// On Linux the whole tree is stopped before anything is killed: a stopped process starts nothing new, and none of its
/// children is handed to another parent, where they would not be found. (A <see cref="ChildProcess"/> dies with the process that
/// started them; what those have started themselves would be orphaned by killing from the top.) What was orphaned before
/// is still in the process group that the root leads, if it leads one.
/// </remarks>
public static class ProcessTree
{
    const int InterruptSignal = 2;
    const int KillSignal = 9;
    const int StopSignal = 19;

    /// <summary>Kills a process and its descendants. Nothing happens if it has ended, but for the group that it led.</summary>
    /// <param name="root">A process that was started here.</param>
    public static void Kill(Process root)
    {
        try
        {
            if (!OperatingSystem.IsLinux()) root.Kill(entireProcessTree: true);
            else if (!root.HasExited) KillStopped([root.Id]);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or AggregateException) { } // It ended in between.
        KillGroup(root.Id);
    }

    /// <summary>Kills a process and its descendants, and the group that it leads or led.</summary>
    /// <param name="root">A process that was started here, and whose end nobody has asked for yet: or its number may be another's.</param>
    [SupportedOSPlatform("linux")]
    public static void Kill(int root)
    {
        KillStopped([root]);
        KillGroup(root);
    }

    /// <summary>Kills what is left of the group that a process leads or led.</summary>
    public static void KillGroup(int leader)
    {
        if (!OperatingSystem.IsWindows()) _ = kill(-leader, KillSignal);
    }

    /// <summary>Asks the group that a process leads to stop, as Ctrl-C does. False if there is none, or the system has none.</summary>
    public static bool Interrupt(int leader) => !OperatingSystem.IsWindows() && kill(-leader, InterruptSignal) == 0;

    /// <summary>Kills all that this process started, and then this process itself.</summary>
    public static void KillThisProcess()
    {
        ChildProcess.KillAll();
        if (OperatingSystem.IsLinux()) KillStopped([.. ChildrenOf(Environment.ProcessId)]);
        DiagnosticPipes.Delete(Environment.ProcessId);
        KillGroup(Environment.ProcessId);
        using var self = Process.GetCurrentProcess();
        self.Kill();
    }

    static void KillStopped(List<int> tree)
    {
        for (var next = 0; next < tree.Count; next++)
        {
            _ = kill(tree[next], StopSignal);
            tree.AddRange(ChildrenOf(tree[next]));
        }
        foreach (var process in tree) _ = kill(process, KillSignal);
    }

    static IEnumerable<int> ChildrenOf(int parent) =>
        from folder in Directory.EnumerateDirectories("/proc")
        let process = int.TryParse(Path.GetFileName(folder), out var id) ? id : 0
        where process > 0 && ParentOf(process) == parent
        select process;

    /// <summary>The fourth field of stat; the second, the name, may hold spaces and brackets (proc(5)).</summary>
    static int ParentOf(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return 0;   // it ended while we looked
        }
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int kill(int process, int signal);
}

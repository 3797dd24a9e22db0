using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LearningKit.Notebooks.Running;

/// <summary>Ends a process with all that it started.</summary>
/// <remarks>
/// On Linux the whole tree is stopped before anything is killed: a stopped process starts nothing new, and none of its
/// children is handed to another parent, where they would not be found. (Programs of cells die with the process that
/// started them; what those have started themselves would be orphaned by killing from the top.)
/// </remarks>
static class ProcessTree
{
    const int KillSignal = 9;
    const int StopSignal = 19;

    /// <summary>Kills the process and its descendants.</summary>
    /// <param name="root">A process that was started here.</param>
    public static void Kill(Process root)
    {
        if (!OperatingSystem.IsLinux())
        {
            root.Kill(entireProcessTree: true);
            return;
        }
        var tree = new List<int> { root.Id };
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

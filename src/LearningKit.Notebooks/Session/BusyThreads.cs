using System.Diagnostics;

namespace LearningKit.Notebooks;

/// <summary>
/// Tells whether code of cells computes: which threads ran, or waited for a core, each time we looked. That costs the code
/// that is timed nothing, and asks the same of an idle and of a loaded machine.
/// </summary>
static class BusyThreads
{
    const int Looks = 8;
    static readonly TimeSpan pause = TimeSpan.FromMilliseconds(15);

    /// <summary>How many threads compute, without the one that asks. Takes an eighth of a second.</summary>
    public static int Count()
    {
        var busy = Running();
        for (var look = 1; look < Looks && busy.Count > 1; look++)
        {
            Thread.Sleep(pause);
            busy.IntersectWith(Running());
        }
        // The thread that asks runs whenever it looks.
        return Math.Max(0, busy.Count - 1);
    }

    static HashSet<int> Running() => OperatingSystem.IsLinux() ? RunningOnLinux() : RunningElsewhere();

    /// <summary>
    /// Fields of stat: id, name in brackets, state (proc(5)). The runtime's own threads have names that begin with .NET;
    /// the one that recompiles hot methods is busy long after a start. Of those only the pool's run cells.
    /// </summary>
    static HashSet<int> RunningOnLinux()
    {
        var running = new HashSet<int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc/self/task"))
        {
            var stat = Read(Path.Combine(folder, "stat"));
            var end = stat.LastIndexOf(')');
            if (end < 0 || stat[end + 2] != 'R') continue;
            var name = stat[(stat.IndexOf('(') + 1)..end];
            if (!name.StartsWith(".NET ", StringComparison.Ordinal) || name.StartsWith(".NET TP ", StringComparison.Ordinal))
                running.Add(int.Parse(Path.GetFileName(folder)));
        }
        return running;
    }

    static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "";   // it ended while we looked
        }
    }

    static HashSet<int> RunningElsewhere()
    {
        using var process = Process.GetCurrentProcess();
        var running = new HashSet<int>();
        foreach (ProcessThread thread in process.Threads)
            using (thread)
                if (IsRunning(thread)) running.Add(thread.Id);
        return running;
    }

    static bool IsRunning(ProcessThread thread)
    {
        try
        {
            return thread.ThreadState is System.Diagnostics.ThreadState.Running or System.Diagnostics.ThreadState.Ready;
        }
        catch (InvalidOperationException)
        {
            return false;   // it ended while we looked
        }
    }
}

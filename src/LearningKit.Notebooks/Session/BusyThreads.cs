using System.Diagnostics;

namespace LearningKit.Notebooks;

/// <summary>
/// Tells whether anything in this process computes: which threads ran, or waited for a core, each time we looked. That costs
/// the code that is timed nothing, and asks the same of an idle and of a loaded machine.
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

    static HashSet<int> Running()
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

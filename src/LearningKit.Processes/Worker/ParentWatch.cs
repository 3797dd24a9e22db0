using System.Runtime.InteropServices;
using LearningKit.ChildProcesses;

namespace LearningKit.Processes;

/// <summary>
/// Ends this worker, with all that its tasks started, when the process that started it closes the connection or dies: on a
/// thread of its own that waits for nothing else, so a task that computes, or never returns, does not delay it.
/// </summary>
/// <remarks>Sources: poll(2), POLLHUP; pipe(7); prctl(2), PR_SET_PDEATHSIG.</remarks>
static partial class ParentWatch
{
    const int Interrupted = 4;
    const int ParentDeathSignal = 1;
    const int Continue = 18;

    /// <summary>Starts to watch. Where the system has no poll(2), the end of the connection is noticed by whoever receives.</summary>
    public static void Start(Stream input)
    {
        if (OperatingSystem.IsWindows() || input is not FileStream file) return;
        new Thread(() => WaitAndEnd(file)) { IsBackground = true, Name = "parent watch" }.Start();
    }

    static void WaitAndEnd(FileStream input)
    {
        // A parent that ends this worker stops it first (ProcessTree). If it dies in between, the system wakes what would else stay stopped for good.
        if (OperatingSystem.IsLinux()) _ = prctl(ParentDeathSignal, Continue);
        // No event is asked for: the end of the connection is told always, and data shall not wake this thread.
        var hangUp = new PollEntry { Descriptor = (int)input.SafeFileHandle.DangerousGetHandle() };
        while (poll(ref hangUp, 1, -1) < 0 && Marshal.GetLastPInvokeError() == Interrupted) { }
        ProcessTree.KillThisProcess();
    }

    [LibraryImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int poll(ref PollEntry entries, nuint count, int milliseconds);

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int prctl(int option, nuint value);

    struct PollEntry
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }
}

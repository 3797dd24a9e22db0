using System.Runtime.InteropServices;

namespace LearningKit.Processes.Segments;

/// <summary>
/// Sleeping until a word of shared memory moves: futex(2) where the kernel is Linux, a look every millisecond elsewhere
/// (the waits for addresses that Windows and macOS document do not reach other processes, or only in new versions).
/// </summary>
static unsafe class Futex
{
    const int WaitOperation = 0, WakeOperation = 1;     // without FUTEX_PRIVATE_FLAG: the word is shared between processes

    static readonly long? number = !OperatingSystem.IsLinux() ? null : RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => 202,
        Architecture.Arm64 or Architecture.RiscV64 or Architecture.LoongArch64 => 98,
        Architecture.S390x => 238,
        Architecture.Ppc64le => 221,
        _ => null,
    };

    /// <summary>Sleeps while the word is <paramref name="seen"/>, but not longer than that. May return early.</summary>
    public static void Wait(int* word, int seen, int milliseconds)
    {
        if (number is { } call)
        {
            var patience = new TimeSpec(milliseconds / 1000, milliseconds % 1000 * 1_000_000L);
            _ = syscall(call, word, WaitOperation, seen, &patience, null, 0);   // EAGAIN, EINTR and ETIMEDOUT: the caller looks again
            return;
        }
        var end = Environment.TickCount64 + milliseconds;
        while (Volatile.Read(ref *word) == seen && Environment.TickCount64 < end) Thread.Sleep(1);
    }

    /// <summary>Wakes so many of those who sleep.</summary>
    public static void Wake(int* word, int count)
    {
        if (number is { } call) _ = syscall(call, word, WakeOperation, count, null, null, 0);
    }

    readonly record struct TimeSpec(long Seconds, long Nanoseconds);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern long syscall(long number, int* word, long operation, long value, TimeSpec* timeout, int* word2, long value3);
}

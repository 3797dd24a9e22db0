using System.ComponentModel;
using System.Diagnostics;

namespace LearningKit.Processes.Segments;

/// <summary>
/// One process of this machine, told from all others that had its number before or will have it: the number and the time of
/// its start in one word, so that one atomic step writes or takes it in shared memory.
/// </summary>
/// <param name="Code">The number above 31 bits of the start time in hundredths of a second. 0 is nobody.</param>
readonly record struct ProcessIdentity(long Code)
{
    const int StartBits = 31;   // 248 days: a number given twice within a hundredth of a second, that many days apart, would fool it

    /// <summary>This process.</summary>
    public static ProcessIdentity Current { get; } = Of(Environment.ProcessId)
        ?? throw new IOException("This process does not find its own start time: is /proc mounted?");

    /// <summary>Its number.</summary>
    public int ProcessId => (int)(Code >> StartBits);

    /// <summary>False once it has ended, even if nobody has asked for its exit code yet (a zombie). Costs some 20 us.</summary>
    public bool IsAlive => this == Current || Of(ProcessId) == this;

    /// <summary>The living process of this number, if there is one.</summary>
    public static ProcessIdentity? Of(int process) =>
        (OperatingSystem.IsLinux() ? LinuxStart(process) : Start(process)) is { } start
            ? new((long)process << StartBits | (start & ((1L << StartBits) - 1)))
            : null;

    /// <summary>
    /// The third field of stat is the state, the 22nd the start; the second, the name, may hold spaces and brackets (proc_pid_stat(5)).
    /// Not .NET's StartTime: that adds the time of boot, which moves when the clock is set.
    /// </summary>
    static long? LinuxStart(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : long.Parse(fields[19]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;    // there is none, or it ended while we read
        }
    }

    static long? Start(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return found.StartTime.ToUniversalTime().Ticks / (TimeSpan.TicksPerSecond / 100);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }
}

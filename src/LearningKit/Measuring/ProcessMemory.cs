using System.Diagnostics;

namespace LearningKit.Measuring;

/// <summary>How much memory a process has for itself.</summary>
/// <example><code>Console.WriteLine(ByteSize.Text(ProcessMemory.Private(Environment.ProcessId)));</code></example>
public static class ProcessMemory
{
    /// <summary>
    /// Bytes of physical memory that this process alone uses: what would be free if it ended. What it shares with others, such
    /// as the pages of a program file that several have mapped, or shared memory that several have open, does not count.
    /// </summary>
    /// <remarks>
    /// On Linux the sum of the fields Private_* of /proc/PID/smaps_rollup (proc_pid_smaps(5)); elsewhere, and where that file is
    /// missing, <see cref="Process.PrivateMemorySize64"/>, which also counts what was reserved and not used yet.
    /// </remarks>
    /// <param name="processId">The process; it must belong to the same user.</param>
    /// <exception cref="ArgumentException">There is no such process.</exception>
    public static long Private(int processId)
    {
        var rollup = $"/proc/{processId}/smaps_rollup";
        if (OperatingSystem.IsLinux() && File.Exists(rollup)) return SumOfPrivate(File.ReadLines(rollup));
        using var process = Process.GetProcessById(processId);
        return process.PrivateMemorySize64;
    }

    /// <summary>Adds up lines such as <c>Private_Dirty:       112 kB</c>.</summary>
    internal static long SumOfPrivate(IEnumerable<string> lines) => lines
        .Where(line => line.StartsWith("Private_", StringComparison.Ordinal))
        .Sum(line => 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]));
}

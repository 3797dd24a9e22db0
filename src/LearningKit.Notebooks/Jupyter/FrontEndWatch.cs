using System.Diagnostics;
using System.Globalization;

namespace LearningKit.Notebooks.Jupyter;

/// <summary>
/// Notices that the process which started the kernel has ended: Jupyter names it in <c>JPY_PARENT_PID</c>. It is polled, since
/// no way of being told works on every system for a process that is not our child.
/// </summary>
static class FrontEndWatch
{
    static readonly TimeSpan interval = TimeSpan.FromSeconds(1);

    /// <summary>Ends when the process has ended; never if none is named.</summary>
    /// <param name="processId">What <c>JPY_PARENT_PID</c> says; null if it is not set.</param>
    /// <param name="cancel">Ends the watch.</param>
    public static async Task WaitForEndAsync(string? processId, CancellationToken cancel)
    {
        if (!int.TryParse(processId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id <= 0)
        {
            await Task.Delay(Timeout.Infinite, cancel).ConfigureAwait(false);
        }
        var birth = Birth(id);
        while (birth is not null && Birth(id) == birth) await Task.Delay(interval, cancel).ConfigureAwait(false);
    }

    /// <summary>When a process began, which tells it from a later one with the same number; null if it has ended.</summary>
    static string? Birth(int id)
    {
        try
        {
            // A process that nobody has waited for yet (a zombie) still has its number on Linux, so its state must be asked.
            if (OperatingSystem.IsLinux()) return LinuxBirth(File.ReadAllText($"/proc/{id.ToString(CultureInfo.InvariantCulture)}/stat"));
            using var process = Process.GetProcessById(id);
            return process.HasExited ? null : process.StartTime.Ticks.ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or IOException)
        {
            return null;
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or UnauthorizedAccessException)
        {
            return "alive"; // It belongs to somebody else: it lives, and no more can be known.
        }
    }

    /// <summary>proc(5), /proc/pid/stat: behind the name in brackets the third field is the state, the 22nd the start time.</summary>
    static string? LinuxBirth(string stat)
    {
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return fields[0] is "Z" or "X" ? null : fields[19];
    }
}

using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace LearningKit.Notebooks.Jupyter;

/// <summary>
/// Notices that the process which started the kernel has ended. Jupyter names it in <c>JPY_PARENT_PID</c>: by its number, or on
/// Windows by a handle that the kernel inherits. It is polled, since no system tells of the end of a process that is no child.
/// </summary>
static class FrontEndWatch
{
    static readonly TimeSpan interval = TimeSpan.FromSeconds(1);

    /// <summary>Ends when the process has ended; never if none is named.</summary>
    /// <param name="name">What <c>JPY_PARENT_PID</c> says; null if it is not set.</param>
    /// <param name="cancel">Ends the watch.</param>
    public static async Task WaitForEndAsync(string? name, CancellationToken cancel)
    {
        if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
        {
            await Task.Delay(Timeout.Infinite, cancel).ConfigureAwait(false);
        }
        var birth = Birth(number);
        while (birth is not null && Birth(number) == birth) await Task.Delay(interval, cancel).ConfigureAwait(false);
    }

    /// <summary>When a process began, which tells it from a later one with the same number; null if it has ended.</summary>
    static string? Birth(int number)
    {
        try
        {
            if (OperatingSystem.IsWindows()) return HasEnded(number) ? null : "alive";
            if (OperatingSystem.IsLinux()) return LinuxBirth(number);
            using var process = Process.GetProcessById(number);
            return process.HasExited ? null : process.StartTime.Ticks.ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is ArgumentException or FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception)
            when (exception is InvalidOperationException or IOException or UnauthorizedAccessException or Win32Exception)
        {
            return "alive"; // It cannot be asked: it belongs to somebody else, or the handle was not inherited.
        }
    }

    static bool HasEnded(int handle)
    {
        using var process = new ManualResetEvent(false) { SafeWaitHandle = new SafeWaitHandle(handle, ownsHandle: false) };
        return process.WaitOne(TimeSpan.Zero);
    }

    /// <summary>
    /// proc(5), /proc/pid/stat: behind the name in brackets the third field is the state, the 22nd the start time. A process
    /// that nobody has waited for yet (a zombie) still has its number, so the state must be asked.
    /// </summary>
    static string? LinuxBirth(int number)
    {
        var stat = File.ReadAllText($"/proc/{number.ToString(CultureInfo.InvariantCulture)}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return fields[0] is "Z" or "X" ? null : fields[19];
    }
}

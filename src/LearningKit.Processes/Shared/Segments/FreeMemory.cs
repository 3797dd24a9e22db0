using System.Runtime.Versioning;
using LearningKit.Measuring;

namespace LearningKit.Processes.Segments;

/// <summary>How much memory this process can still get.</summary>
[SupportedOSPlatform("linux")]
static class FreeMemory
{
    static readonly long limit = CgroupLimits.Read(ReadText).MemoryBytes ?? long.MaxValue;

    /// <summary>In bytes: what the machine has free or can make free (MemAvailable, proc_meminfo(5)), within the limit of the control group. Null if not known.</summary>
    public static long? Bytes
    {
        get
        {
            foreach (var line in ReadText("/proc/meminfo")?.Split('\n') ?? [])
                if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["MemAvailable:", var kilobytes, ..])
                    return Math.Min(long.Parse(kilobytes) * 1024, limit);
            return null;
        }
    }

    static string? ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

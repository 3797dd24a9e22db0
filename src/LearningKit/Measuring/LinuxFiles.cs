using System.Globalization;

namespace LearningKit.Measuring;

/// <summary>
/// What Linux tells about the machine in /proc and /sys. Sources: proc(5), and "Documentation/ABI/stable/sysfs-devices-system-cpu"
/// of the kernel.
/// </summary>
/// <param name="read">A file's text, or null when it cannot be read.</param>
sealed class LinuxFiles(Func<string, string?> read)
{
    const string CpuFolder = "/sys/devices/system/cpu";

    public string? CpuName()
    {
        var lines = Lines("/proc/cpuinfo");
        return Field(lines, "model name") ?? Field(lines, "Model") ?? Field(lines, "Hardware");
    }

    public int? LogicalCores() => CpuList(read($"{CpuFolder}/online")) is { Count: > 0 } online ? online.Count : null;

    /// <summary>Processors that share a core name the same siblings.</summary>
    public int? PhysicalCores()
    {
        var cores = CpuList(read($"{CpuFolder}/online"))
            .Select(cpu => read($"{CpuFolder}/cpu{cpu}/topology/thread_siblings_list")?.Trim()).OfType<string>().Distinct().Count();
        return cores > 0 ? cores : null;
    }

    public IReadOnlyList<CacheInfo> Caches()
    {
        var caches = new List<CacheInfo>();
        for (var index = 0; read($"{CpuFolder}/cpu0/cache/index{index}/level") is { } level; index++)
        {
            var folder = $"{CpuFolder}/cpu0/cache/index{index}";
            if (int.TryParse(level, out var number) && Size(read($"{folder}/size")) is { } bytes)
                caches.Add(new(number, read($"{folder}/type")?.Trim() ?? "Unified", bytes, Math.Max(1, CpuList(read($"{folder}/shared_cpu_list")).Count)));
        }
        return caches;
    }

    public string? Affinity() => Field(Lines("/proc/self/status"), "Cpus_allowed_list");

    /// <summary>The average of the last minute.</summary>
    public double? Load() => Number(read("/proc/loadavg")?.Split(' ')[0]);

    public CgroupLimits Limits() => CgroupLimits.Read(read);

    public string? Container()
    {
        var first = read("/proc/1/cgroup") ?? "";
        return read("/proc/version")?.Contains("microsoft", StringComparison.OrdinalIgnoreCase) == true ? "Windows Subsystem for Linux"
            : read("/.dockerenv") is not null || first.Contains("docker") ? "Docker container"
            : read("/run/.containerenv") is not null || first.Contains("libpod") ? "Podman container"
            : first.Contains("kubepods") ? "Kubernetes pod"
            : first.Contains("lxc") ? "LXC container"
            : null;
    }

    /// <summary>Reads a list of processors such as "0-3,8".</summary>
    internal static IReadOnlyList<int> CpuList(string? text)
    {
        var cpus = new List<int>();
        foreach (var range in (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = range.Split('-');
            if (!int.TryParse(ends[0], out var first) || !int.TryParse(ends[^1], out var last) || last < first) return [];
            cpus.AddRange(Enumerable.Range(first, last - first + 1));
        }
        return cpus;
    }

    /// <summary>Reads a size such as "512K".</summary>
    static long? Size(string? text)
    {
        text = text?.Trim() ?? "";
        var unit = text.Length == 0 ? 1 : text[^1] switch { 'K' => 1L << 10, 'M' => 1L << 20, 'G' => 1L << 30, _ => 1 };
        return long.TryParse(unit == 1 ? text : text[..^1], out var count) ? count * unit : null;
    }

    static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    string[] Lines(string path) => (read(path) ?? "").Split('\n');

    static string? Field(string[] lines, string name)
    {
        foreach (var line in lines)
            if (line.Split(':', 2) is [var key, var value] && key.Trim() == name)
                return value.Trim();
        return null;
    }
}

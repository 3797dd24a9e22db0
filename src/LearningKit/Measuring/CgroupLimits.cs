namespace LearningKit.Measuring;

/// <summary>
/// What the control groups of this process grant it. A limit of any group above counts as well: the least wins.
/// </summary>
/// <remarks>
/// Sources: cgroups(7); "Control Group v2" (cpu.max, memory.max), "CFS Bandwidth Control" (cpu.cfs_quota_us) and "Memory
/// Resource Controller" (memory.limit_in_bytes) in the kernel's documentation.
/// </remarks>
/// <param name="Cpus">Processors' worth of time; null without a limit.</param>
/// <param name="MemoryBytes">Bytes of memory; null without a limit.</param>
readonly record struct CgroupLimits(double? Cpus, long? MemoryBytes)
{
    /// <summary>Version 1 writes "no limit" as the greatest number of whole pages; nothing near it is a limit.</summary>
    const long NoLimit = 1L << 60;

    /// <summary>Finds the groups of this process and reads their limits, in version 1, version 2, or a mix of both.</summary>
    /// <param name="read">A file's text, or null when it cannot be read.</param>
    public static CgroupLimits Read(Func<string, string?> read)
    {
        var mounts = Mounts(read("/proc/self/mountinfo") ?? "");
        var limits = new CgroupLimits();
        foreach (var line in (read("/proc/self/cgroup") ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split(':', 3) is not [_, var controllers, var path]) continue;
            if (controllers.Length == 0 && mounts.TryGetValue("", out var unified))
                foreach (var folder in unified.FoldersAbove(path))
                    limits = limits.And(new(Quota(read($"{folder}/cpu.max")?.Split(' ')), Bytes(read($"{folder}/memory.max"))));
            foreach (var controller in controllers.Split(','))
            {
                if (!mounts.TryGetValue(controller, out var mount)) continue;
                foreach (var folder in mount.FoldersAbove(path))
                    limits = limits.And(controller switch
                    {
                        "cpu" => new(Quota([read($"{folder}/cpu.cfs_quota_us"), read($"{folder}/cpu.cfs_period_us")]), null),
                        "memory" => new(null, Bytes(read($"{folder}/memory.limit_in_bytes"))),
                        _ => default,
                    });
            }
        }
        return limits;
    }

    CgroupLimits And(CgroupLimits other) => new(Least(Cpus, other.Cpus), Least(MemoryBytes, other.MemoryBytes));

    static T? Least<T>(T? a, T? b) where T : struct, IComparable<T> =>
        a is { } x && b is { } y ? (x.CompareTo(y) <= 0 ? x : y) : a ?? b;

    /// <summary>Time granted in each period over the period, both in microseconds; "max" and -1 are no limit.</summary>
    static double? Quota(string?[]? quotaAndPeriod) =>
        quotaAndPeriod is [var quota, var period] && long.TryParse(quota, out var granted) && long.TryParse(period, out var whole) && granted > 0 && whole > 0
            ? (double)granted / whole
            : null;

    static long? Bytes(string? text) => long.TryParse(text, out var bytes) && bytes < NoLimit ? bytes : null;

    /// <summary>Where each controller is mounted; the unified hierarchy of version 2 stands under "".</summary>
    static Dictionary<string, Mount> Mounts(string mountInfo)
    {
        var mounts = new Dictionary<string, Mount>();
        foreach (var line in mountInfo.Split('\n'))
        {
            // 36 35 98:0 /root /mount options - type source superoptions
            if (line.Split(" - ", 2) is not [var left, var right]) continue;
            if (left.Split(' ') is not [_, _, _, var root, var folder, ..] || right.Split(' ') is not [var type, _, var options, ..]) continue;
            var mount = new Mount(root, folder);
            if (type == "cgroup2") mounts[""] = mount;
            if (type == "cgroup")
                foreach (var option in options.Split(','))
                    mounts.TryAdd(option, mount);
        }
        return mounts;
    }

    /// <summary>A mounted hierarchy: the group <paramref name="Root"/> of it appears as the folder <paramref name="Folder"/>.</summary>
    readonly record struct Mount(string Root, string Folder)
    {
        /// <summary>The folder of the group at <paramref name="path"/> and all above it, as far as they are mounted here.</summary>
        public IEnumerable<string> FoldersAbove(string path)
        {
            var below = Root != "/" && path.StartsWith(Root, StringComparison.Ordinal) ? path[Root.Length..] : path;
            for (var rest = below.TrimEnd('/'); rest.Length > 0; rest = rest[..rest.LastIndexOf('/')])
            {
                yield return Folder + rest;
                if (!rest.Contains('/')) break;
            }
            yield return Folder;
        }
    }
}

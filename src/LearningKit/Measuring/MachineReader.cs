using System.Diagnostics;
using System.Reflection;
using System.Runtime;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Text;

namespace LearningKit.Measuring;

/// <summary>Fills in a <see cref="MachineCard"/>: from /proc and /sys on Linux, elsewhere from what the runtime tells.</summary>
static class MachineReader
{
    public static MachineCard Read(TimeProvider clock)
    {
        var linux = OperatingSystem.IsLinux() ? new LinuxFiles(TextFile) : null;
        var limits = linux?.Limits();
        return new()
        {
            Cpu = CpuName(linux),
            Cores = Environment.ProcessorCount,
            LogicalCores = linux?.LogicalCores(),
            PhysicalCores = linux?.PhysicalCores(),
            VectorBits = VectorBits,
            Caches = linux?.Caches() ?? [],
            Affinity = linux is null ? Affinity() : linux.Affinity(),
            CgroupCpuLimit = limits?.Cpus,
            MemoryLimit = limits?.MemoryBytes,
            Load = linux?.Load(),
            Memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
            Os = $"{RuntimeInformation.OSDescription}{(linux is null ? "" : $", kernel {Environment.OSVersion.Version}")}, {RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}",
            Virtualisation = Virtualisation(linux),
            Runtime = RuntimeInformation.FrameworkDescription,
            GcMode = (GCSettings.IsServerGC ? "server GC" : "workstation GC") + (GCSettings.LatencyMode == GCLatencyMode.Batch ? "" : ", concurrent"),
            Tiering = Tiering(),
            ThreadPool = ThreadPoolSettings.Read(),
            Build = $"LearningKit {typeof(MachineReader).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion}, {BuildMode.OfTheKit}",
            Date = clock.GetLocalNow(),
            Trust = TrustBadge.Current,
        };
    }

    /// <summary>The processor time that the control group grants, in processors; null without a limit.</summary>
    public static double? CpuLimit() => OperatingSystem.IsLinux() ? new LinuxFiles(TextFile).Limits().Cpus : null;

    /// <summary>The size of the largest cache in bytes; null where it is unknown.</summary>
    public static long? LargestCache() =>
        OperatingSystem.IsLinux() ? new LinuxFiles(TextFile).Caches().Select(cache => (long?)cache.Bytes).Max() : null;

    static int VectorBits => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 64;

    static string CpuName(LinuxFiles? linux) =>
        linux?.CpuName() ?? BrandString() ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
        ?? $"{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()} processor";

    /// <summary>The name that an x86 processor gives itself: leaves 0x80000002 to 0x80000004 of the CPUID instruction.</summary>
    static string? BrandString()
    {
        const int firstLeaf = unchecked((int)0x80000002);
        if (!X86Base.IsSupported || (uint)X86Base.CpuId(unchecked((int)0x80000000), 0).Eax < 0x80000004) return null;
        var name = new byte[48];
        for (var leaf = 0; leaf < 3; leaf++)
        {
            var (eax, ebx, ecx, edx) = X86Base.CpuId(firstLeaf + leaf, 0);
            MemoryMarshal.AsBytes<int>([eax, ebx, ecx, edx]).CopyTo(name.AsSpan(16 * leaf));
        }
        return Encoding.ASCII.GetString(name).Trim('\0', ' ') is { Length: > 0 } text ? text : null;
    }

    static string? Affinity()
    {
        if (!OperatingSystem.IsWindows()) return null;
        using var process = Process.GetCurrentProcess();
        var mask = (ulong)process.ProcessorAffinity;
        return string.Join(',', Enumerable.Range(0, 64).Where(processor => (mask >> processor & 1) == 1));
    }

    static string? Virtualisation(LinuxFiles? linux)
    {
        const int hypervisorBit = 1 << 31;   // CPUID leaf 1, ECX: set by every hypervisor, clear on bare metal
        var virtualMachine = X86Base.IsSupported && (X86Base.CpuId(1, 0).Ecx & hypervisorBit) != 0 ? "virtual machine" : null;
        var layers = new[] { linux?.Container(), virtualMachine }.OfType<string>().ToArray();
        return layers.Length == 0 ? null : string.Join(", ", layers);
    }

    static string Tiering()
    {
        var tiered = Switch("TieredCompilation", "System.Runtime.TieredCompilation");
        return !tiered ? "not tiered" : Switch("TieredPGO", "System.Runtime.TieredPGO") ? "tiered with profiles" : "tiered without profiles";

        // Both are on unless the environment or the configuration file of the program says otherwise.
        static bool Switch(string variable, string setting) =>
            Environment.GetEnvironmentVariable($"DOTNET_{variable}") is { } value
                ? value != "0"
                : !bool.TryParse(AppContext.GetData(setting)?.ToString(), out var on) || on;
    }

    /// <summary>A file's text; null when it does not exist or may not be read.</summary>
    static string? TextFile(string path)
    {
        try { return File.ReadAllText(path); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { return null; }
    }
}

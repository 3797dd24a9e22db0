using FsCheck;
using FsCheck.Fluent;
using LearningKit.Measuring;
using Xunit;

namespace LearningKit.Tests.Measuring;

public sealed class LinuxFilesTests
{
    /// <summary>A laptop: two cores with two threads each.</summary>
    static readonly Dictionary<string, string> laptop = new()
    {
        ["/proc/cpuinfo"] = "processor\t: 0\nmodel name\t: A Processor: Fast\nflags\t\t: fpu\n\nprocessor\t: 1\nmodel name\t: Another\n",
        ["/proc/loadavg"] = "1.25 0.50 0.10 1/200 4242\n",
        ["/proc/self/status"] = "Name:\tdotnet\nCpus_allowed:\t5\nCpus_allowed_list:\t0,2\n",
        ["/proc/version"] = "Linux version 6.1.0 (gcc)\n",
        ["/sys/devices/system/cpu/online"] = "0-3\n",
        ["/sys/devices/system/cpu/cpu0/topology/thread_siblings_list"] = "0,2\n",
        ["/sys/devices/system/cpu/cpu1/topology/thread_siblings_list"] = "1,3\n",
        ["/sys/devices/system/cpu/cpu2/topology/thread_siblings_list"] = "0,2\n",
        ["/sys/devices/system/cpu/cpu3/topology/thread_siblings_list"] = "1,3\n",
        ["/sys/devices/system/cpu/cpu0/cache/index0/level"] = "1\n",
        ["/sys/devices/system/cpu/cpu0/cache/index0/type"] = "Data\n",
        ["/sys/devices/system/cpu/cpu0/cache/index0/size"] = "48K\n",
        ["/sys/devices/system/cpu/cpu0/cache/index0/shared_cpu_list"] = "0,2\n",
        ["/sys/devices/system/cpu/cpu0/cache/index1/level"] = "3\n",
        ["/sys/devices/system/cpu/cpu0/cache/index1/type"] = "Unified\n",
        ["/sys/devices/system/cpu/cpu0/cache/index1/size"] = "12M\n",
        ["/sys/devices/system/cpu/cpu0/cache/index1/shared_cpu_list"] = "0-3\n",
    };

    [Fact]
    public void Laptop_ItsFiles_AreUnderstood()
    {
        var files = new LinuxFiles(laptop.GetValueOrDefault);
        Assert.Equal("A Processor: Fast", files.CpuName());
        Assert.Equal((4, 2), (files.LogicalCores(), files.PhysicalCores()));
        Assert.Equal("0,2", files.Affinity());
        Assert.Equal(1.25, files.Load());
        Assert.Equal([new(1, "Data", 48 << 10, 2), new(3, "Unified", 12 << 20, 4)], files.Caches());
        Assert.Null(files.Container());
    }

    [Fact]
    public void Arm_CpuinfoWithoutModelName_TakesTheModelOfTheBoard() =>
        Assert.Equal("Raspberry Pi 5", new LinuxFiles(path => path == "/proc/cpuinfo" ? "processor\t: 0\nBogoMIPS\t: 108.00\n\nModel\t\t: Raspberry Pi 5\n" : null).CpuName());

    [Theory]
    [InlineData("/.dockerenv", "", "Docker container")]
    [InlineData("/run/.containerenv", "", "Podman container")]
    [InlineData("/proc/1/cgroup", "0::/kubepods/besteffort/pod1\n", "Kubernetes pod")]
    [InlineData("/proc/version", "Linux version 5.15.0-microsoft-standard-WSL2", "Windows Subsystem for Linux")]
    public void Container_ItsMark_IsRecognised(string path, string text, string expected) =>
        Assert.Equal(expected, new LinuxFiles(asked => asked == path ? text : null).Container());

    [Fact]
    public void NoFiles_Everything_IsUnknown()
    {
        var files = new LinuxFiles(_ => null);
        Assert.Null(files.CpuName());
        Assert.Null(files.LogicalCores());
        Assert.Null(files.PhysicalCores());
        Assert.Null(files.Affinity());
        Assert.Null(files.Load());
        Assert.Empty(files.Caches());
        Assert.Equal(default, files.Limits());
    }

    [Theory]
    [InlineData("0", new[] { 0 })]
    [InlineData("0-2,5", new[] { 0, 1, 2, 5 })]
    [InlineData("", new int[0])]
    [InlineData("3-1", new int[0])]
    [InlineData("x", new int[0])]
    public void CpuList_Text_IsReadOrEmpty(string text, int[] cpus) => Assert.Equal(cpus, LinuxFiles.CpuList(text));

    [Fact]
    public void AnyText_InEveryFile_IsNeverAnError() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            var asked = 0;
            var files = new LinuxFiles(_ => asked++ < 100 ? text : null);
            _ = (files.CpuName(), files.LogicalCores(), files.PhysicalCores(), files.Affinity(), files.Load(), files.Caches(), files.Limits(), files.Container());
        }).QuickCheckThrowOnFailure();
}

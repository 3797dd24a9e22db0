using LearningKit.Measuring;
using Xunit;

namespace LearningKit.Tests.Measuring;

public sealed class CgroupLimitsTests
{
    const string MountV2 = "30 23 0:26 / /sys/fs/cgroup rw,nosuid - cgroup2 cgroup2 rw,nsdelegate\n";
    const string MountsV1 =
        "33 32 0:28 / /sys/fs/cgroup/cpu,cpuacct rw,nosuid shared:9 - cgroup cgroup rw,cpu,cpuacct\n" +
        "34 32 0:29 / /sys/fs/cgroup/memory rw,nosuid - cgroup cgroup rw,memory\n";

    [Fact]
    public void Version2_QuotaAndMemory_AreRead() => Assert.Equal(new(1.5, 512 << 20), Read(
        ("/proc/self/cgroup", "0::/user.slice/app\n"),
        ("/proc/self/mountinfo", "1 0 8:1 / / rw - ext4 /dev/sda1 rw\n" + MountV2),
        ("/sys/fs/cgroup/user.slice/app/cpu.max", "150000 100000\n"),
        ("/sys/fs/cgroup/user.slice/app/memory.max", "536870912\n")));

    [Fact]
    public void Version2_NoLimit_IsNull() => Assert.Equal(default, Read(
        ("/proc/self/cgroup", "0::/app\n"),
        ("/proc/self/mountinfo", MountV2),
        ("/sys/fs/cgroup/app/cpu.max", "max 100000\n"),
        ("/sys/fs/cgroup/app/memory.max", "max\n")));

    [Fact]
    public void Version2_LowerLimitOfAGroupAbove_Wins() => Assert.Equal(new(0.5, 1000), Read(
        ("/proc/self/cgroup", "0::/a/b\n"),
        ("/proc/self/mountinfo", MountV2),
        ("/sys/fs/cgroup/a/b/cpu.max", "200000 100000\n"),
        ("/sys/fs/cgroup/a/cpu.max", "50000 100000\n"),
        ("/sys/fs/cgroup/a/b/memory.max", "1000\n"),
        ("/sys/fs/cgroup/a/memory.max", "2000\n")));

    /// <summary>A container sees its own group as the root.</summary>
    [Fact]
    public void Version2_InAContainer_ReadsTheRootOfTheMount() => Assert.Equal(new(2, null), Read(
        ("/proc/self/cgroup", "0::/\n"),
        ("/proc/self/mountinfo", MountV2),
        ("/sys/fs/cgroup/cpu.max", "200000 100000\n")));

    [Fact]
    public void Version1_QuotaAndMemory_AreRead() => Assert.Equal(new(0.25, 1 << 30), Read(
        ("/proc/self/cgroup", "5:memory:/job\n4:cpu,cpuacct:/job\n1:name=systemd:/\n0::/\n"),
        ("/proc/self/mountinfo", MountsV1),
        ("/sys/fs/cgroup/cpu,cpuacct/job/cpu.cfs_quota_us", "25000\n"),
        ("/sys/fs/cgroup/cpu,cpuacct/job/cpu.cfs_period_us", "100000\n"),
        ("/sys/fs/cgroup/memory/job/memory.limit_in_bytes", "1073741824\n")));

    [Fact]
    public void Version1_NoLimit_IsNull() => Assert.Equal(default, Read(
        ("/proc/self/cgroup", "5:memory:/\n4:cpu,cpuacct:/\n"),
        ("/proc/self/mountinfo", MountsV1),
        ("/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "-1\n"),
        ("/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000\n"),
        ("/sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n")));

    /// <summary>The host's path of the group is mounted as the root of the hierarchy.</summary>
    [Fact]
    public void Version1_BindMountedGroup_IsFoundBelowTheMount() => Assert.Equal(new(null, 4096), Read(
        ("/proc/self/cgroup", "5:memory:/docker/abc/inner\n"),
        ("/proc/self/mountinfo", "34 32 0:29 /docker/abc /sys/fs/cgroup/memory ro - cgroup cgroup rw,memory\n"),
        ("/sys/fs/cgroup/memory/inner/memory.limit_in_bytes", "4096\n")));

    [Fact]
    public void Mixed_ControllersOfBothVersions_AreRead() => Assert.Equal(new(3, 4096), Read(
        ("/proc/self/cgroup", "5:memory:/m\n0::/c\n"),
        ("/proc/self/mountinfo", MountsV1 + "30 23 0:26 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw\n"),
        ("/sys/fs/cgroup/unified/c/cpu.max", "300000 100000\n"),
        ("/sys/fs/cgroup/memory/m/memory.limit_in_bytes", "4096\n")));

    static CgroupLimits Read(params (string Path, string Text)[] files) =>
        CgroupLimits.Read(files.ToDictionary(file => file.Path, file => file.Text).GetValueOrDefault);
}

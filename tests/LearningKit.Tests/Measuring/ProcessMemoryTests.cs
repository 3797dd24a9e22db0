using System.Diagnostics;
using LearningKit.Measuring;
using Xunit;

namespace LearningKit.Tests.Measuring;

public class ProcessMemoryTests
{
    [Fact]
    public void Private_MemoryThatIsUsed_IsCounted()
    {
        const int Size = 256 << 20;
        var before = ProcessMemory.Private(Environment.ProcessId);
        var array = GC.AllocateUninitializedArray<byte>(Size);
        array.AsSpan().Fill(1);   // only pages that were written to are there
        Assert.InRange(ProcessMemory.Private(Environment.ProcessId) - before, Size / 2, long.MaxValue);
        GC.KeepAlive(array);
    }

    [Fact]
    public void Private_ProcessThatIsGone_Throws()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["--version"]) { RedirectStandardOutput = true })!;
        process.WaitForExit();
        Assert.Throws<ArgumentException>(() => ProcessMemory.Private(process.Id));
    }

    [Fact]
    public void SumOfPrivate_Rollup_AddsThePrivateFieldsOnly() =>
        Assert.Equal(1024 * (40 + 112 + 2), ProcessMemory.SumOfPrivate(
        [
            "55e1236f9000-7ffc5db63000 ---p 00000000 00:00 0                          [rollup]",
            "Rss:                1712 kB", "Shared_Clean:       1560 kB", "Private_Clean:        40 kB", "Private_Dirty:       112 kB", "Private_Hugetlb:       2 kB",
        ]));
}

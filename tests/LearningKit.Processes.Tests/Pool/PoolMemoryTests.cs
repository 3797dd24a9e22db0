using System.Diagnostics;
using LearningKit.Engines;
using LearningKit.Processes.Segments;

namespace LearningKit.Processes.Tests.Pool;

/// <summary>Answers that are too large for much, tasks that take all memory, prints without end, and a machine that has no room.</summary>
public sealed class PoolMemoryTests
{
    const long Needed = 6L << 30;

    static readonly TimeSpan patience = TimeSpan.FromMinutes(4);

    [SkippableFact]
    public async Task Answer_LargerThan2GB_Arrives()
    {
        const int Arrays = 2, Length = 150_000_000;   // 1.2 GB each
        SkipWithoutMemory();
        try
        {
            await using var pool = new ProcessPool(1, new() { WorkerMemory = Needed });
            var answer = await pool.ApplyAsync(() => Enumerable.Range(0, Arrays).Select(number => Signed(number, Length)).ToArray()).WaitAsync(patience);
            Assert.Equal(Arrays, answer.Length);
            Assert.All(answer, array => Assert.Equal(Length, array.Length));
            for (var number = 0; number < Arrays; number++) Assert.True(IsSigned(answer[number], number));
            Assert.InRange(Assert.Single(pool.Records).BytesReceived, int.MaxValue, long.MaxValue);
        }
        finally
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        }
    }

    [SkippableFact]
    public async Task Answer_OfOneArrayLargerThan2GB_Arrives()
    {
        const int Length = 275_000_000;   // 2.2 GB
        SkipWithoutMemory();
        try
        {
            await using var pool = new ProcessPool(1, new() { WorkerMemory = Needed });
            Assert.True(IsSigned(await pool.ApplyAsync(() => Signed(0, Length)).WaitAsync(patience), 0));
        }
        finally
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        }
    }

    [Fact]
    public void Task_ThatTakesAllMemory_FailsAloneAndItsWorkerGoesOn()
    {
        using var pool = new ProcessPool(1, new() { WorkerMemory = 200 << 20 });
        var worker = pool.Apply(() => Environment.ProcessId);
        var failed = Assert.Throws<PartFailedException>(() => pool.Map(x => x == 1 ? Hunger.TakeAll([]) : x, [0, 1, 2], new() { ChunkSize = 1 }));
        var failure = Assert.Single(failed.Failures);
        Assert.Equal(1, failure.Part);
        Assert.IsType<OutOfMemoryException>(failure.Exception);
        Assert.Equal([0, 2], failed.Completed.Keys.Order());
        Assert.Equal(worker, pool.Apply(() => Environment.ProcessId));
    }

    [Fact]
    public void Task_ThatTakesAllMemoryAndKeepsIt_IsGoneWithItsWorker()
    {
        using var pool = new ProcessPool(1, new() { WorkerMemory = 200 << 20, MaxTasksPerChild = 1, Printed = _ => { } });
        var failed = Assert.Throws<PartFailedException>(() => pool.Map(x => x == 1 ? Hunger.TakeAll(Hunger.Kept) : new byte[x].Length, [0, 1, 100 << 20], new() { ChunkSize = 1 }));
        Assert.Equal(1, Assert.Single(failed.Failures).Part);
        Assert.Equal([0, 2], failed.Completed.Keys.Order());
    }

    [SkippableFact]
    public async Task Worker_ThatPrintsAGigabyte_TakesNoMemoryFromThePool()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "The memory of a process is read from /proc.");
        var lines = await OwnProcess.Run(["prints"]);
        Assert.Equal("1048576 lines printed", lines[0]);
        Assert.InRange(Number(lines[1]), PrintedLines.Limit, PrintedLines.Limit + 4096);   // bytes shown
        Assert.InRange(Number(lines[2]), 1, 250_000);                                      // the most kilobytes that the pool's process ever had
    }

    [SkippableFact]
    public async Task FullDevShm_IsNoMatter()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Elsewhere there is no /dev/shm.");
        string[] alone = Environment.IsPrivilegedProcess ? ["unshare", "--mount"] : ["unshare", "--map-root-user", "--mount"];
        const string Fill = "mount -t tmpfs -o size=16k none /dev/shm && ! head -c 100000 /dev/zero 2>/dev/null >/dev/shm/full";
        Skip.IfNot(await Succeeds([.. alone, "sh", "-c", Fill]), "NOT TESTED: this process may not mount a small /dev/shm of its own.");
        var lines = await OwnProcess.Run(["large"], within: [.. alone, "sh", "-c", $"{Fill}; exec \"$@\"", "sh"]);
        Assert.Equal(["16777216 bytes shared", "16777216 bytes there and back", "files: full"], lines);
    }

    [SkippableFact]
    public async Task SystemThatGivesNoSharedMemory_IsNamed_AndLargeMessagesGoByThePipe()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Elsewhere shared memory has no such limit.");
        // The runtime itself would like a large file in memory, and goes without one if told.
        var lines = await OwnProcess.Run(["large"], within: ["sh", "-c", "trap '' XFSZ; ulimit -f 2000; export DOTNET_EnableWriteXorExecute=0; exec \"$@\"", "sh"]);
        Assert.Equal("Shared memory of 16 MiB is larger than a file of this process may be (ulimit -f).", lines[0]);
        Assert.Equal("16777216 bytes there and back", lines[1]);
    }

    /// <summary>The program that is to stay small: its worker prints 1 GiB.</summary>
    public static int PrintAGigabyte()
    {
        long shown = 0;
        using (var pool = new ProcessPool(1, new() { Printed = line => shown += line.IsError ? 0 : line.Text.Length }))
            Console.WriteLine($"{pool.Apply(() => PrintLines(1 << 20))} lines printed");
        Console.WriteLine(shown);
        Console.WriteLine(File.ReadLines("/proc/self/status").Single(line => line.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ')[^2]);
        return 0;
    }

    /// <summary>The program that has little room: shares memory with its worker, and sends much.</summary>
    public static int SendMuch()
    {
        const int Size = 16 << 20;
        using var pool = new ProcessPool(1);
        try
        {
            using var array = new SharedArray<byte>(Size);
            pool.Apply(() => array.Span.Fill(1));
            Console.WriteLine($"{array.Span.Count((byte)1)} bytes shared");
        }
        catch (IOException exception)
        {
            Console.WriteLine(exception.Message);
        }
        Console.WriteLine($"{pool.Apply(bytes => bytes, new byte[Size]).Length} bytes there and back");
        Console.WriteLine($"files: {string.Join(' ', Directory.GetFileSystemEntries("/dev/shm").Select(Path.GetFileName))}");
        return 0;
    }

    static void SkipWithoutMemory()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "How much memory is free is read from /proc.");
        Skip.If(OperatingSystem.IsLinux() && FreeMemory.Bytes is not >= Needed, $"NOT TESTED: an answer of more than 2 GB needs {Needed >> 30} GiB of free memory, and this machine has less.");
    }

    static int PrintLines(int count)
    {
        var line = new string('x', 1023);
        for (var printed = 0; printed < count; printed++) Console.WriteLine(line);
        return count;
    }

    /// <summary>An array that is as good as empty: pages that nobody writes take no memory.</summary>
    static double[] Signed(int number, int length)
    {
        var array = new double[length];
        for (var i = 0; i < length; i += length / 10) array[i] = i + number + 1;
        array[^1] = -number - 1;
        return array;
    }

    static bool IsSigned(double[] array, int number)
    {
        for (var i = 0; i < array.Length - 1; i += array.Length / 10)
            if (array[i] != i + number + 1) return false;
        return array[^1] == -number - 1 && array.AsSpan().IndexOfAnyExcept(0.0) == 0 && array.AsSpan(1).IndexOfAnyExcept(0.0) == (array.Length / 10) - 1;
    }

    static long Number(string text) => long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    static async Task<bool> Succeeds(string[] command)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true })!;
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

/// <summary>Tasks that take more than there is.</summary>
static class Hunger
{
    public static List<byte[]> Kept { get; } = [];

    public static int TakeAll(List<byte[]> kept)
    {
        while (true) kept.Add(new byte[1 << 20]);
    }
}

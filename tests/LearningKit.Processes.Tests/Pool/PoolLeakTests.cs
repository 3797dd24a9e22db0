using System.Globalization;

namespace LearningKit.Processes.Tests.Pool;

/// <summary>Pools that come and go leave nothing behind, neither in their process, which these tests have for themselves, nor in the system.</summary>
public sealed class PoolLeakTests
{
    [SkippableFact]
    public async Task Pools_MadeAndDisposed_LeaveNothing()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Counted in /proc.");
        var temporary = Directory.CreateTempSubdirectory("pool-leaks-");
        try
        {
            var lines = await OwnProcess.Run(["pools", "24"], temporary: temporary.FullName);
            Assert.Equal(3, lines.Length);
            Assert.Equal(lines[1], lines[2]);
            Assert.Empty(temporary.GetFileSystemInfos());
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    /// <summary>The program: makes pools, some of which are disposed of with work in flight, and counts before and after.</summary>
    /// <param name="count">How many.</param>
    public static int MakePools(string count)
    {
        Console.WriteLine("warming up");   // what is made once is made now
        for (var round = 0; round < 4; round++) Round(round);
        Console.WriteLine(Count());
        for (var round = 0; round < int.Parse(count, CultureInfo.InvariantCulture); round++) Round(round);
        Console.WriteLine(Count());
        return 0;
    }

    static void Round(int round)
    {
        using var pool = new ProcessPool(1);
        using var begun = new SharedCounter();
        var numbers = new byte[1 << 20];   // by shared memory
        if (pool.Apply(() => numbers.Length) != numbers.Length) throw new InvalidOperationException("The answer is wrong.");
        if (round % 4 == 3) pool.ApplyAsync(() => { Thread.Sleep(Timeout.Infinite); });
    }

    static string Count()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        // The runtime keeps every assembly open that it has loaded, and some are loaded when a pool first needs them.
        var handles = Directory.GetFiles("/proc/self/fd").Select(file => new FileInfo(file).LinkTarget?.Split('[')[0] ?? "")
            .Where(target => !target.EndsWith(".dll", StringComparison.Ordinal))
            .CountBy(target => target).OrderBy(kind => kind.Key).Select(kind => $"{kind.Value} {kind.Key}");
        var maps = File.ReadLines("/proc/self/maps").Count(line => line.Contains("LearningKit.Shared", StringComparison.Ordinal));
        var threads = Directory.GetDirectories("/proc/self/task").Count(IsOfAPool);
        var children = Directory.GetDirectories("/proc").Count(IsChild);
        var files = Directory.GetFileSystemEntries(Path.GetTempPath()).Length;
        return $"handles {string.Join(' ', handles)}, {maps} maps of shared memory, {threads} threads of pools, {children} children, {files} temporary files";
    }

    static bool IsOfAPool(string thread) => Read($"{thread}/comm") is var name && (name.StartsWith("reader of", StringComparison.Ordinal) || name.StartsWith("prints of", StringComparison.Ordinal));

    static bool IsChild(string process)
    {
        var stat = Read($"{process}/stat");
        return stat.Length > 0 && stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1] == $"{Environment.ProcessId}";
    }

    static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";   // gone meanwhile, or no process
        }
    }
}

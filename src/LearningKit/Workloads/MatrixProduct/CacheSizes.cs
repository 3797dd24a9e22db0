namespace LearningKit.Workloads;

/// <summary>The data caches of the first processor, in bytes: what blocked kernels cut their blocks by.</summary>
/// <param name="Level1">Private to a core and fastest.</param>
/// <param name="Level2">Private to a core on most processors.</param>
/// <param name="Level3">Shared by several cores.</param>
/// <remarks>Read from Linux's /sys; elsewhere, and where nothing is told, sizes that nearly every processor has.</remarks>
readonly record struct CacheSizes(int Level1, int Level2, int Level3)
{
    /// <summary>This machine's caches.</summary>
    public static CacheSizes OfThisMachine { get; } = Read();

    static CacheSizes Read()
    {
        var sizes = new CacheSizes(32 << 10, 512 << 10, 8 << 20);
        const string folder = "/sys/devices/system/cpu/cpu0/cache";
        if (!OperatingSystem.IsLinux() || !Directory.Exists(folder)) return sizes;
        try
        {
            foreach (var index in Directory.EnumerateDirectories(folder, "index*"))
            {
                if (Text("type") == "Instruction") continue;
                var size = Text("size");   // for example 512K
                if (!int.TryParse(size.TrimEnd('K'), out var kilobytes) || kilobytes < 1) continue;
                sizes = Text("level") switch
                {
                    "1" => sizes with { Level1 = kilobytes << 10 },
                    "2" => sizes with { Level2 = kilobytes << 10 },
                    "3" => sizes with { Level3 = kilobytes << 10 },
                    _ => sizes,
                };

                string Text(string file) => File.ReadAllText(Path.Combine(index, file)).Trim();
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Some containers hide the files: the sizes above serve well.
        }
        return sizes;
    }
}

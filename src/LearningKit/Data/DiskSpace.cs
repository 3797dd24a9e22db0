namespace LearningKit.Data;

/// <summary>Asks whether a file will fit before it is made.</summary>
public static class DiskSpace
{
    /// <summary>Refuses to make a file that would not fit on its disk.</summary>
    /// <param name="path">Where the file is to be.</param>
    /// <param name="needed">How many bytes it will hold.</param>
    /// <exception cref="IOException">Less is free; the message says how much is needed and how much is free.</exception>
    public static void Require(string path, long needed)
    {
        var folder = Path.GetFullPath(path);
        while (!Directory.Exists(folder)) folder = Path.GetDirectoryName(folder)!;
        Require(path, needed, new DriveInfo(folder).AvailableFreeSpace);
    }

    static void Require(string path, long needed, long free)
    {
        if (needed > free)
            throw new IOException($"'{path}' needs {Size(needed)}, but only {Size(free)} are free on its disk. Free some space, or make less.");
    }

    /// <summary>A number of bytes for people: 14.1 GB.</summary>
    public static string Size(long bytes)
    {
        string[] units = ["bytes", "kB", "MB", "GB", "TB", "PB", "EB"];
        var (value, unit) = ((double)bytes, 0);
        for (; value >= 999.95 && unit < units.Length - 1; unit++) value /= 1000;
        return unit == 0 ? $"{bytes} bytes" : $"{value:0.0} {units[unit]}";
    }
}

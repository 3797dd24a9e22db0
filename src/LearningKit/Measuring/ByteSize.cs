namespace LearningKit.Measuring;

/// <summary>Writes numbers of bytes for people.</summary>
public static class ByteSize
{
    /// <summary>A size with the binary unit that fits, for example 512 KiB.</summary>
    public static string Text(long bytes)
    {
        ReadOnlySpan<string> units = ["B", "KiB", "MiB", "GiB", "TiB"];
        var (value, unit) = ((double)bytes, 0);
        while (Math.Abs(value) >= 1024 && unit < units.Length - 1) (value, unit) = (value / 1024, unit + 1);
        return $"{value:0.##} {units[unit]}";
    }
}

namespace LearningKit.Measuring;

/// <summary>Writes files that appear whole or not at all.</summary>
static class WholeFile
{
    /// <summary>Writes to a neighbour first, then renames it: who looks sees the old file or the new one.</summary>
    public static void Write(string path, string text)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var neighbour = $"{full}.{Guid.NewGuid():N}.part";
        try
        {
            File.WriteAllText(neighbour, text);
            File.Move(neighbour, full, overwrite: true);
        }
        finally
        {
            File.Delete(neighbour);
        }
    }
}

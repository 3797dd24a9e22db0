namespace LearningKit.Notebooks.Running;

/// <summary>Writes files whole or not at all: a reader never sees half a file, and a failure leaves the old one.</summary>
static class AtomicFile
{
    /// <summary>Writes the bytes beside the file, then puts them in its place.</summary>
    /// <param name="path">The file; its folder is made if it is missing.</param>
    /// <param name="bytes">What it shall hold.</param>
    public static void Write(string path, byte[] bytes)
    {
        path = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(draft, bytes);
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}

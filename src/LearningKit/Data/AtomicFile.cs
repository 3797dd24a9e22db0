namespace LearningKit.Data;

/// <summary>
/// A file that appears under its name when it is whole, and not before: it is written beside its place and renamed by
/// <see cref="Commit"/>. Disposed without that, it leaves nothing behind.
/// </summary>
sealed class AtomicFile : IDisposable
{
    readonly string path;
    readonly string temporary;

    public AtomicFile(string path)
    {
        this.path = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(this.path)!);
        temporary = $"{this.path}.{Guid.NewGuid():N}.part";
        Stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
    }

    /// <summary>Where to write.</summary>
    public FileStream Stream { get; }

    /// <summary>Gives the file its name; a file of that name is replaced.</summary>
    public void Commit()
    {
        Stream.Dispose();
        File.Move(temporary, path, overwrite: true);
    }

    public void Dispose()
    {
        Stream.Dispose();
        File.Delete(temporary);
    }
}

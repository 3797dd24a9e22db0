using System.Text;

namespace LearningKit.Data;

/// <summary>
/// A file that appears under its name when it is whole, and not before: it is written beside its place and renamed by
/// <see cref="Commit"/>. Disposed without that, it leaves nothing behind.
/// </summary>
public sealed class AtomicFile : IDisposable
{
    readonly string path;
    readonly string temporary;

    /// <summary>Opens a file beside its place.</summary>
    /// <param name="path">The name that it gets in the end; its folder is made if it is missing.</param>
    /// <exception cref="IOException">It cannot be written there.</exception>
    public AtomicFile(string path)
    {
        this.path = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(this.path)!);
        temporary = $"{this.path}.{Guid.NewGuid():N}.part";
        Stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
    }

    /// <summary>Writes a whole file at once.</summary>
    /// <param name="path">The file; its folder is made if it is missing.</param>
    /// <param name="bytes">What it shall hold.</param>
    /// <exception cref="IOException">It cannot be written there; the old file is as it was.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = new AtomicFile(path);
        file.Stream.Write(bytes);
        file.Commit();
    }

    /// <summary>Writes a whole text at once, as UTF-8.</summary>
    /// <inheritdoc cref="Write(string, ReadOnlySpan{byte})"/>
    /// <param name="path">The file; its folder is made if it is missing.</param>
    /// <param name="text">What it shall hold.</param>
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Where to write.</summary>
    public FileStream Stream { get; }

    /// <summary>Gives the file its name; a file of that name is replaced.</summary>
    public void Commit()
    {
        Stream.Dispose();
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Takes back what was not committed.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        File.Delete(temporary);
    }
}

using System.IO.MemoryMappedFiles;
using LearningKit.Measuring;

namespace LearningKit.Processes.Segments;

/// <summary>
/// Memory over a file of the user's own in a folder, for systems that have neither nameless shared memory that others can open
/// nor named maps in .NET (macOS). The file goes when its maker disposes of it; one that was left by a process that was killed
/// goes with the next segment that anybody makes there.
/// </summary>
sealed class FileStore(string folder) : SegmentStore
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>In the temporary folder, which macOS gives each user alone.</summary>
    public static string DefaultFolder => Path.Combine(Path.GetTempPath(), "LearningKit.Shared");

    public override StoredSegment Create(UInt128 key, long size)
    {
        Directory.CreateDirectory(folder);
        Sweep();
        var path = Path.Combine(folder, $"{ProcessIdentity.Current.Code}.{key:x32}");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
            Options = FileOptions.DeleteOnClose,
            BufferSize = 0,
            PreallocationSize = size,   // or there is a message now instead of a SIGBUS later
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        FileStream file;
        try
        {
            file = new FileStream(path, options);
        }
        catch (IOException exception)
        {
            throw new IOException($"Shared memory of {ByteSize.Text(size)} cannot be had in {folder}: {exception.Message} Share less at a time, or make room there.", exception);
        }
        try
        {
            file.SetLength(size);
            return Map(file, path);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public override StoredSegment Open(UInt128 key, string place)
    {
        try
        {
            return Map(new FileStream(place, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0), place);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Gone("its maker has closed it or has ended", exception);
        }
    }

    static StoredSegment Map(FileStream file, string path) =>
        new(MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: true), file, path);

    void Sweep()
    {
        foreach (var left in Directory.EnumerateFiles(folder))
            if (long.TryParse(Path.GetFileName(left).Split('.')[0], out var maker) && !new ProcessIdentity(maker).IsAlive)
                File.Delete(left);
    }
}

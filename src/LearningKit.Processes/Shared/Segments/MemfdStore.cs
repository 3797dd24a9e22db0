using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using LearningKit.Measuring;
using Microsoft.Win32.SafeHandles;

namespace LearningKit.Processes.Segments;

/// <summary>
/// Memory without a name (memfd_create(2)): nothing lies in /dev/shm, and the kernel frees it when the last process that has it
/// open or mapped is gone, however it went. Others reach it through /proc/PID/fd/N, which the kernel opens only to processes of
/// the same user.
/// </summary>
[SupportedOSPlatform("linux")]
sealed class MemfdStore : SegmentStore
{
    const string Name = "LearningKit.Shared";
    const uint CloseOnExec = 1;
    const int Interrupted = 4, FileTooLarge = 27;
    const long Chunk = 64L << 20;

    public override StoredSegment Create(UInt128 key, long size)
    {
        // The kernel would hand out pages until none are left, and then end a process of its choice: so ask first.
        if (FreeMemory.Bytes is { } free && size > free) throw Full(size, free);
        var descriptor = memfd_create(Name, CloseOnExec);
        if (descriptor < 0) throw new IOException($"The system gives no shared memory: {Marshal.GetLastPInvokeErrorMessage()}.");
        var file = new SafeFileHandle(descriptor, ownsHandle: true);
        try
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            Reserve(descriptor, size);
            return Map(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public override StoredSegment Open(UInt128 key, string place)
    {
        if (place.Split('.') is not [var code, var number] || !long.TryParse(code, out var owner) || !int.TryParse(number, out var descriptor))
            throw new FormatException($"'{place}' is no place of shared memory on Linux.");
        var process = new ProcessIdentity(owner);
        if (!process.IsAlive) throw Gone($"the process {process.ProcessId} that had it has ended");
        var path = $"/proc/{process.ProcessId}/fd/{descriptor}";
        try
        {
            // Looked at before it is opened: opening something else by that number, a device for example, could do something.
            if (new FileInfo(path).LinkTarget is not { } target || !target.StartsWith($"/memfd:{Name}", StringComparison.Ordinal))
                throw Gone($"the process {process.ProcessId} has closed it");
            return Map(File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite));
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException($"The process {process.ProcessId} belongs to another user, who does not share its memory.", exception);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Gone($"the process {process.ProcessId} has closed it", exception);
        }
    }

    static StoredSegment Map(SafeFileHandle file) => new(
        MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: true),
        file,
        $"{ProcessIdentity.Current.Code}.{file.DangerousGetHandle()}");

    /// <summary>
    /// Has the kernel set every page aside now: a page that cannot be had later would be a SIGBUS in the middle of a loop. In
    /// chunks, because a signal (the runtime uses them) makes the kernel take back what an unfinished call has set aside.
    /// </summary>
    static void Reserve(int descriptor, long size)
    {
        for (long done = 0, step; done < size; done += step)
        {
            step = Math.Min(Chunk, size - done);
            int error;
            do error = posix_fallocate(descriptor, done, step);
            while (error == Interrupted);
            if (error == FileTooLarge) throw new IOException($"Shared memory of {ByteSize.Text(size)} is larger than a file of this process may be (ulimit -f).");
            if (error != 0) throw Full(size, FreeMemory.Bytes);
        }
    }

    static IOException Full(long size, long? free) => new(
        $"Shared memory of {ByteSize.Text(size)} cannot be had: {(free is { } bytes ? $"{ByteSize.Text(bytes)} are free" : "there is not so much free")}. "
        + "Share less at a time, dispose of what is shared and not needed any more, or raise the memory limit of this machine or container.");

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int memfd_create([MarshalAs(UnmanagedType.LPUTF8Str)] string name, uint flags);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int posix_fallocate(int descriptor, long offset, long length);
}

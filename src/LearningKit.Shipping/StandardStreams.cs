using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace LearningKit.Shipping;

/// <summary>
/// Takes the standard streams of a worker for its messages, and gives others to everybody else in the process: a cell or a
/// task, a native library or a program that they start must neither read a message nor write into one.
/// </summary>
/// <remarks>
/// On Unix the pipes of messages are opened anew, closed in child programs (<c>O_CLOEXEC</c>, as .NET opens all files);
/// descriptor 0 then is the null device and descriptor 1 the error stream's pipe, so that whatever is printed
/// arrives there, in the order in which it was printed. On Windows the streams stay, and whoever reads messages
/// must tell them from other text. It lies in this library, and not with the other child processes in the core, because this is
/// all that a worker needs of that before its first task: the core is compiled by the JIT, this library before it is published.
/// </remarks>
public static partial class StandardStreams
{
    /// <summary>Takes the streams of this process. Must come before anything uses <see cref="Console"/>.</summary>
    /// <returns>Where messages come from, where they go, and a stream to what everybody else prints.</returns>
    public static (Stream Input, Stream Output, Stream Printed) Take()
    {
        if (OperatingSystem.IsWindows()) return (Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.OpenStandardError());
        var input = Open("/dev/fd/0", FileAccess.Read);
        var output = Open("/dev/fd/1", FileAccess.Write);
        using (var nothing = File.OpenHandle("/dev/null")) Replace(0, (int)nothing.DangerousGetHandle());
        Replace(1, 2);
        return (input, output, Open("/dev/fd/1", FileAccess.Write));
    }

    /// <summary>Hands on what libraries in C have printed and not written yet.</summary>
    public static void FlushLibraries()
    {
        if (!OperatingSystem.IsWindows()) _ = fflush(0);
    }

    /// <summary>Leaves the terminal and the process group of whoever started this process: signals of theirs do not end it.</summary>
    public static void LeaveTerminal()
    {
        if (!OperatingSystem.IsWindows()) _ = setsid();
    }

    // No buffer: a message is one write. Shared, because an exclusive lock makes no sense on a pipe.
    static FileStream Open(string path, FileAccess access) => new(File.OpenHandle(path, FileMode.Open, access, FileShare.ReadWrite), access, bufferSize: 0);

    [UnsupportedOSPlatform("windows")]
    static void Replace(int descriptor, int by)
    {
        if (dup2(by, descriptor) < 0)
            throw new IOException($"The standard stream {descriptor} cannot be replaced: {Marshal.GetLastPInvokeErrorMessage()}.");
    }

    [LibraryImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int dup2(int from, int to);

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int fflush(nint stream);

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int setsid();
}

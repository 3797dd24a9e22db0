using System.Collections;
using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using LearningKit.ChildProcesses;
using Microsoft.Win32.SafeHandles;

namespace LearningKit.Processes;

/// <summary>
/// A program that posix_spawn(3) started, in a session of its own from its first instruction: Ctrl-C at the terminal never
/// reaches it. In a process that has started nothing yet this costs a tenth of what <see cref="System.Diagnostics.Process"/> does.
/// </summary>
/// <remarks>Sources: posix_spawn(3); pipe(2), O_CLOEXEC; waitid(2), WNOWAIT; glibc's and musl's spawn.h, for the flags and sizes.</remarks>
[SupportedOSPlatform("linux")]
sealed unsafe partial class SpawnedProgram : IChildProgram
{
    const int CloseOnExec = 0x80000, SetDefaultSignals = 0x04, NewSession = 0x80;
    const int BrokenPipe = 13, BySignal = 128;
    const int ProcessWithId = 1, HasExited = 4, LeaveWaitable = 0x01000000;
    const int Interrupted = 4, ExitedByItself = 1;

    /// <summary>Where this process ignores SIGCHLD, the system keeps no exit codes.</summary>
    const int UnknownEnd = -1;

    SpawnedProgram(int id, Stream input, Stream output, Stream error) => (Id, Input, Output, Error) = (id, input, output, error);

    /// <inheritdoc/>
    public int Id { get; }

    /// <inheritdoc/>
    public Stream Input { get; }

    /// <inheritdoc/>
    public Stream Output { get; }

    /// <inheritdoc/>
    public Stream Error { get; }

    /// <summary>Starts one.</summary>
    /// <param name="fileName">The program; it is looked for on PATH if it has no folder.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">What is different in its environment.</param>
    /// <exception cref="Win32Exception">It cannot be started.</exception>
    public static SpawnedProgram Start(string fileName, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        using Pipe input = new(), output = new(), error = new();
        using var argumentTexts = new NativeTexts([fileName, .. arguments]);
        using var environmentTexts = new NativeTexts(Changed(environment));
        var id = Spawn(argumentTexts, environmentTexts, input.Read, output.Write, error.Write);
        return new(id, input.Take(FileAccess.Write), output.Take(FileAccess.Read), error.Take(FileAccess.Read));
    }

    /// <inheritdoc/>
    public int WaitForExit()
    {
        var status = stackalloc int[32];   // siginfo_t: 128 bytes
        int result;
        do result = waitid(ProcessWithId, Id, status, HasExited | LeaveWaitable);
        while (result < 0 && Marshal.GetLastPInvokeError() == Interrupted);
        var (code, value) = (status[2], status[6]);   // si_code, si_status
        return result < 0 ? UnknownEnd : code == ExitedByItself ? value : BySignal + value;
    }

    /// <inheritdoc/>
    public void Kill() => ProcessTree.Kill(Id);

    /// <inheritdoc/>
    public void Dispose() => _ = waitid(ProcessWithId, Id, null, HasExited);

    static int Spawn(NativeTexts arguments, NativeTexts environment, SafeFileHandle input, SafeFileHandle output, SafeFileHandle error)
    {
        // Larger than the structures of any C library.
        byte* actions = stackalloc byte[256], attributes = stackalloc byte[512], signals = stackalloc byte[128];
        new Span<byte>(signals, 128).Clear();
        signals[(BrokenPipe - 1) / 8] |= 1 << ((BrokenPipe - 1) % 8);   // .NET ignores it, and children would inherit that
        _ = posix_spawn_file_actions_init(actions);
        _ = posix_spawnattr_init(attributes);
        try
        {
            _ = posix_spawn_file_actions_adddup2(actions, (int)input.DangerousGetHandle(), 0);
            _ = posix_spawn_file_actions_adddup2(actions, (int)output.DangerousGetHandle(), 1);
            _ = posix_spawn_file_actions_adddup2(actions, (int)error.DangerousGetHandle(), 2);
            _ = posix_spawnattr_setsigdefault(attributes, signals);
            _ = posix_spawnattr_setflags(attributes, SetDefaultSignals | NewSession);
            int id;
            var failure = posix_spawnp(&id, arguments.Pointers[0], actions, attributes, arguments.Pointers, environment.Pointers);
            return failure == 0 ? id : throw new Win32Exception(failure);
        }
        finally
        {
            _ = posix_spawn_file_actions_destroy(actions);
            _ = posix_spawnattr_destroy(attributes);
        }
    }

    static List<string> Changed(IReadOnlyDictionary<string, string> changes)
    {
        var variables = new List<string>();
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
            if (!changes.ContainsKey((string)variable.Key)) variables.Add($"{variable.Key}={variable.Value}");
        foreach (var (name, value) in changes) variables.Add($"{name}={value}");
        return variables;
    }

    /// <summary>A pipe that programs do not inherit but through their standard streams.</summary>
    readonly struct Pipe : IDisposable
    {
        readonly SafeFileHandle[] kept = new SafeFileHandle[2];

        public Pipe()
        {
            var ends = stackalloc int[2];
            if (pipe2(ends, CloseOnExec) < 0) throw new Win32Exception();
            (kept[0], kept[1]) = (new(ends[0], ownsHandle: true), new(ends[1], ownsHandle: true));
        }

        public SafeFileHandle Read => kept[0];

        public SafeFileHandle Write => kept[1];

        /// <summary>A stream without a buffer over one end, which is not closed with the pipe.</summary>
        public FileStream Take(FileAccess access)
        {
            ref var end = ref kept[access == FileAccess.Read ? 0 : 1];
            var stream = new FileStream(end, access, bufferSize: 0);
            end = new(-1, ownsHandle: false);
            return stream;
        }

        public void Dispose()
        {
            Read.Dispose();
            Write.Dispose();
        }
    }

    /// <summary>Texts as C has them: pointers to bytes that end with 0, the last one null.</summary>
    readonly struct NativeTexts : IDisposable
    {
        readonly int count;

        public NativeTexts(IReadOnlyList<string> texts)
        {
            count = texts.Count;
            Pointers = (byte**)NativeMemory.Alloc((nuint)(count + 1), (nuint)sizeof(byte*));
            for (var index = 0; index < count; index++) Pointers[index] = (byte*)Marshal.StringToCoTaskMemUTF8(texts[index]);
            Pointers[count] = null;
        }

        public byte** Pointers { get; }

        public void Dispose()
        {
            for (var index = 0; index < count; index++) Marshal.FreeCoTaskMem((nint)Pointers[index]);
            NativeMemory.Free(Pointers);
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int pipe2(int* ends, int flags);

    [LibraryImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int waitid(int kind, int id, int* info, int options);

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int posix_spawnp(int* id, byte* file, byte* actions, byte* attributes, byte** arguments, byte** environment);

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int posix_spawn_file_actions_init(byte* actions);

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int posix_spawn_file_actions_adddup2(byte* actions, int from, int to);

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int posix_spawn_file_actions_destroy(byte* actions);

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int posix_spawnattr_init(byte* attributes);

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int posix_spawnattr_setsigdefault(byte* attributes, byte* signals);

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int posix_spawnattr_setflags(byte* attributes, short flags);

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int posix_spawnattr_destroy(byte* attributes);
}

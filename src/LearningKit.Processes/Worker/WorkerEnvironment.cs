using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace LearningKit.Processes;

/// <summary>What a worker is told by its environment, because it is needed before the connection: the key, and the runtime's settings.</summary>
static partial class WorkerEnvironment
{
    const string Key = "LEARNINGKIT_WORKER_KEY";
    const string HeapLimit = "DOTNET_GCHeapHardLimit";
    const string ServerHeap = "DOTNET_gcServer";

    /// <summary>What is different in the environment of a worker from that of its parent.</summary>
    public static IReadOnlyDictionary<string, string> Of(ReadOnlySpan<byte> key, long heapLimit) => new Dictionary<string, string>
    {
        [Key] = Convert.ToHexString(key),
        [HeapLimit] = heapLimit.ToString("x", CultureInfo.InvariantCulture),
        [ServerHeap] = "0",
    };

    /// <summary>Takes the key away, and what else programs that tasks start must not inherit. Null if this program was not started as a worker.</summary>
    public static byte[]? TakeKey()
    {
        if (Environment.GetEnvironmentVariable(Key) is not { Length: 2 * Greeting.KeySize } text) return null;
        if (!OperatingSystem.IsWindows()) Erase();
        foreach (var name in (string[])[Key, HeapLimit, ServerHeap]) Environment.SetEnvironmentVariable(name, null);
        return FromHex(text);
    }

    /// <summary>Not Convert's: the JIT would compile its vectors, in each worker, for 32 bytes.</summary>
    static byte[] FromHex(string text)
    {
        var bytes = new byte[text.Length / 2];
        for (var index = 0; index < bytes.Length; index++) bytes[index] = (byte)((Digit(text[2 * index]) << 4) | Digit(text[(2 * index) + 1]));
        return bytes;

        static int Digit(char digit) => digit <= '9' ? digit - '0' : digit - 'A' + 10;
    }

    /// <summary>.NET works on a copy of the environment: the original is what C libraries hand on and what <c>/proc/self/environ</c> shows.</summary>
    [UnsupportedOSPlatform("windows")]
    static unsafe void Erase()
    {
        for (var value = getenv(Key); value is not null && *value != 0; value++) *value = (byte)'0';
        foreach (var name in (string[])[Key, HeapLimit, ServerHeap]) _ = unsetenv(name);
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial byte* getenv(string name);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int unsetenv(string name);
}

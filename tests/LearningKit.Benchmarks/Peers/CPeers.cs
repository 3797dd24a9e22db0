using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace LearningKit.Benchmarks.Peers;

/// <summary>
/// Compiles Peers/*.c into one shared library on first use and answers <c>[DllImport("peers")]</c> with it.
/// The file's name carries a hash of the sources, so that a changed peer is compiled anew.
/// </summary>
static class CPeers
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "A resolver must be in place before the first import is called.")]
    internal static void Install() =>
        NativeLibrary.SetDllImportResolver(typeof(CPeers).Assembly, (name, assembly, path) =>
            name == "peers" ? NativeLibrary.Load(library.Value) : 0);

    static readonly Lazy<string> library = new(Build);

    static string Build()
    {
        var sources = Directory.GetFiles(Path.Combine(BenchmarkPaths.Project, "Peers"), "*.c").Order(StringComparer.Ordinal).ToArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData([.. sources.SelectMany(File.ReadAllBytes)]))[..16];
        var folder = Directory.CreateDirectory(Path.Combine(BenchmarkPaths.Artifacts, "peers")).FullName;
        var target = Path.Combine(folder, $"libpeers-{hash}.so");
        if (File.Exists(target)) return target;

        var unfinished = $"{target}.{Environment.ProcessId}";
        string[] arguments = ["-O3", "-march=native", "-fopenmp", "-shared", "-fPIC", "-o", unfinished, .. sources, "-lm"];
        using var gcc = Process.Start(new ProcessStartInfo("gcc", arguments) { RedirectStandardError = true })
            ?? throw new InvalidOperationException("gcc did not start. The C peers need it: apt-get install gcc.");
        var errors = gcc.StandardError.ReadToEnd();
        gcc.WaitForExit();
        if (gcc.ExitCode != 0) throw new InvalidOperationException($"gcc could not compile the C peers:\n{errors}");
        File.Move(unfinished, target, overwrite: true);
        return target;
    }
}

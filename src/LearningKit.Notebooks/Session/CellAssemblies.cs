using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using LearningKit.Shipping;

namespace LearningKit.Notebooks;

/// <summary>
/// Lets the runtime find the assemblies of cells: emitted submissions, compiled library cells and files named by <c>#r</c>.
/// They live in the default load context, because benchmark runners and serialisers look there.
/// </summary>
static class CellAssemblies
{
    static readonly ConcurrentDictionary<string, Assembly> emitted = new();
    static readonly ConcurrentDictionary<string, string> files = new(StringComparer.OrdinalIgnoreCase);
    static readonly ConcurrentDictionary<string, byte> nativeFolders = new();

    static CellAssemblies()
    {
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            emitted.TryGetValue(name.Name!, out var assembly) ? assembly
            : files.TryGetValue(name.Name!, out var file) ? context.LoadFromAssemblyPath(file)
            : null;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) => LoadNative(name);
    }

    /// <summary>Loads the assembly of a cell, whose code can then be sent to other processes.</summary>
    public static Assembly Load(byte[] image, string cell)
    {
        var assembly = AssemblyLoadContext.Default.LoadFromStream(new MemoryStream(image));
        EmittedCode.Register(assembly, image, cell);
        emitted[assembly.GetName().Name!] = assembly;
        return assembly;
    }

    /// <summary>Lets an assembly on disk be found by its file's name. The first file of a name stays.</summary>
    public static void AddFile(string path) => files.TryAdd(Path.GetFileNameWithoutExtension(path), path);

    /// <summary>Lets native libraries in a folder be found.</summary>
    public static void AddNativeFolder(string folder) => nativeFolders.TryAdd(folder, 0);

    /// <summary>The file that was added under a name, or null.</summary>
    public static string? FileOf(string name) => files.GetValueOrDefault(name);

    static nint LoadNative(string name)
    {
        string[] spellings = OperatingSystem.IsWindows() ? [name, name + ".dll"]
            : OperatingSystem.IsMacOS() ? [name, name + ".dylib", $"lib{name}.dylib"]
            : [name, name + ".so", $"lib{name}.so"];
        foreach (var folder in nativeFolders.Keys)
            foreach (var spelling in spellings)
                if (NativeLibrary.TryLoad(Path.Combine(folder, spelling), out var handle)) return handle;
        return 0;
    }
}

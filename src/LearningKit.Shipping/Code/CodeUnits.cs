using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;
using System.Security.Cryptography;

namespace LearningKit.Shipping;

/// <summary>Which assemblies travel, and as what.</summary>
/// <remarks>Thread-safe.</remarks>
static class CodeUnits
{
    /// <summary>What a worker consists of, or has beside it. Another version of it cannot be sent to a worker that runs.</summary>
    static readonly string[] kit = ["LearningKit", "LearningKit.Shipping", "LearningKit.Processes", "LearningKit.Notebooks"];

    // Holds a folder for each framework (Microsoft.NETCore.App, Microsoft.AspNetCore.App), each with one for each version.
    static readonly string framework = Path.GetDirectoryName(typeof(object).Assembly.Location) ?? "";
    static readonly string frameworks = Path.GetDirectoryName(Path.GetDirectoryName(framework)) ?? framework;

    static readonly ConcurrentDictionary<Assembly, bool> travels = new();
    static readonly ConcurrentDictionary<Assembly, CodeUnit> units = new();
    static readonly ConcurrentDictionary<Assembly, IReadOnlyList<Assembly>> references = new();
    static readonly ConcurrentDictionary<(string Path, DateTime Written, long Length), string> hashes = new();

    /// <summary>True for what a worker may lack: neither the framework nor the kit.</summary>
    public static bool Travels(Assembly assembly) =>
        travels.GetOrAdd(assembly, static asked => !IsKit(asked.GetName().Name!) && !IsFramework(asked));

    /// <summary>True for the name of an assembly of the kit.</summary>
    public static bool IsKit(string name) => kit.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>What is to be sent along with code and types of these assemblies: they and all that they refer to, dependencies first.</summary>
    /// <exception cref="CannotTravelException">One of them is not to be had: it is neither on disk nor known to <see cref="EmittedCode"/>.</exception>
    public static IReadOnlyList<CodeUnit> For(IEnumerable<Assembly> assemblies)
    {
        var seen = new HashSet<Assembly>();
        var ordered = new List<CodeUnit>();
        foreach (var assembly in assemblies) Visit(assembly);
        return ordered;

        void Visit(Assembly assembly)
        {
            if (!seen.Add(assembly) || !Travels(assembly)) return;
            foreach (var reference in references.GetOrAdd(assembly, References)) Visit(reference);
            ordered.Add(Of(assembly));
        }
    }

    /// <summary>An assembly as it travels. It is hashed when it is first asked for.</summary>
    /// <inheritdoc cref="For"/>
    public static CodeUnit Of(Assembly assembly) => units.GetOrAdd(assembly, Make);

    /// <summary>The hash of a file, computed again only if the file has changed.</summary>
    public static string HashOf(string path)
    {
        var file = new FileInfo(path);
        return hashes.GetOrAdd((path, file.LastWriteTimeUtc, file.Length), static key =>
        {
            using var stream = File.OpenRead(key.Path);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        });
    }

    /// <summary>The hash of an image.</summary>
    public static string HashOf(ReadOnlyMemory<byte> image) => Convert.ToHexStringLower(SHA256.HashData(image.Span));

    static CodeUnit Make(Assembly assembly)
    {
        var name = assembly.FullName!;
        if (EmittedCode.ImageOf(assembly) is { } emitted)
        {
            var image = WritableStatics.In(emitted);
            return new(name, HashOf(image), image, Path: null);
        }
        if (assembly.IsDynamic || assembly.Location is not { Length: > 0 } path)
            throw Refusal("it was made or loaded in memory, and who did so kept no copy. Load it from a file, or tell EmittedCode.Register of its image.");
        if (!File.Exists(path)) throw Refusal($"its file {path} is gone. Build it again and restart this program.");
        if (MvidOf(path) != assembly.ManifestModule.ModuleVersionId)
            throw Refusal($"its file {path} has changed since this program loaded it. Restart the program (a notebook: its kernel) to use the new one.");
        return new(name, HashOf(path), Image: default, path);

        CannotTravelException Refusal(string reason) => new($"assembly '{assembly.GetName().Name}'", reason);
    }

    static Guid MvidOf(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }

    static IReadOnlyList<Assembly> References(Assembly assembly)
    {
        var context = AssemblyLoadContext.GetLoadContext(assembly) ?? AssemblyLoadContext.Default;
        return
        [
            .. assembly.GetReferencedAssemblies()
                .Where(name => !IsKit(name.Name!) && !File.Exists(Path.Combine(framework, name.Name + ".dll")))
                .Select(Load)
                .OfType<Assembly>()
                .Where(Travels),
        ];

        Assembly? Load(AssemblyName name)
        {
            try
            {
                return context.LoadFromAssemblyName(name);
            }
            catch (IOException)
            {
                return null; // Missing here, too: what needs it cannot run in this process either.
            }
        }
    }

    static bool IsFramework(Assembly assembly) =>
        !assembly.IsDynamic && assembly.Location.StartsWith(frameworks + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}

using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;

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

    /// <summary>An assembly as it travels.</summary>
    /// <inheritdoc cref="For"/>
    public static CodeUnit Of(Assembly assembly) => units.GetOrAdd(assembly, Make);

    /// <summary>The version id of an assembly's module, in hexadecimal. Not Guid's own text, nor Convert's: the JIT would compile their vectors, in each worker.</summary>
    public static string ModuleIdOf(Assembly assembly)
    {
        Span<byte> id = stackalloc byte[16];
        assembly.ManifestModule.ModuleVersionId.TryWriteBytes(id, bigEndian: true, out _);
        var (high, low) = (BinaryPrimitives.ReadUInt64BigEndian(id), BinaryPrimitives.ReadUInt64BigEndian(id[8..]));
        return high.ToString("x16", CultureInfo.InvariantCulture) + low.ToString("x16", CultureInfo.InvariantCulture);
    }

    static CodeUnit Make(Assembly assembly)
    {
        var name = assembly.FullName!;
        if (EmittedCode.ImageOf(assembly) is { } image) return new(name, ModuleIdOf(assembly), WritableStatics.In(image), Path: null);
        if (assembly.IsDynamic || assembly.Location is not { Length: > 0 } path)
            throw Refusal("it was made or loaded in memory, and who did so kept no copy. Load it from a file, or tell EmittedCode.Register of its image.");
        if (!File.Exists(path)) throw Refusal($"its file {path} is gone. Build it again and restart this program.");
        return new(name, ModuleIdOf(assembly), Image: default, path);

        CannotTravelException Refusal(string reason) => new($"assembly '{assembly.GetName().Name}'", reason);
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

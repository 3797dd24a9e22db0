using System.Collections.Concurrent;
using System.Reflection;

namespace LearningKit.Shipping;

/// <summary>
/// Assemblies that exist in memory alone, such as the cells of a notebook. Whoever emits one and loads it says so here, or
/// nothing of it can travel.
/// </summary>
/// <remarks>Thread-safe. The images are kept until the process ends, as the assemblies are.</remarks>
public static class EmittedCode
{
    static readonly ConcurrentDictionary<Assembly, Emitted> assemblies = new();

    /// <summary>Tells of an assembly. Costs next to nothing: it is hashed when it first travels.</summary>
    /// <param name="assembly">The assembly as it was loaded.</param>
    /// <param name="image">The bytes that it was loaded from. With embedded symbols, workers name lines of the source as well.</param>
    /// <param name="source">How people call the place that its code was written at, for example <c>Cell[3]</c>.</param>
    public static void Register(Assembly assembly, ReadOnlyMemory<byte> image, string source)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ArgumentException.ThrowIfNullOrEmpty(source);
        assemblies[assembly] = new(image, source, IsReceived: false);
    }

    /// <summary>Tells of an assembly that came from another process, so that it can travel on.</summary>
    internal static void RegisterReceived(Assembly assembly, ReadOnlyMemory<byte> image) =>
        assemblies[assembly] = new(image, assembly.GetName().Name!, IsReceived: true);

    /// <summary>True if the assembly was told of.</summary>
    internal static bool Contains(Assembly assembly) => assemblies.ContainsKey(assembly);

    /// <summary>True if the assembly came from another process.</summary>
    internal static bool IsReceived(Assembly assembly) => assemblies.GetValueOrDefault(assembly)?.IsReceived == true;

    /// <summary>How people call the place that an assembly's code was written at; null if it was not told of.</summary>
    internal static string? SourceOf(Assembly assembly) => assemblies.GetValueOrDefault(assembly)?.Source;

    /// <summary>The bytes that an assembly was loaded from; null if it was not told of.</summary>
    internal static ReadOnlyMemory<byte>? ImageOf(Assembly assembly) => assemblies.GetValueOrDefault(assembly)?.Image;

    sealed record Emitted(ReadOnlyMemory<byte> Image, string Source, bool IsReceived);
}

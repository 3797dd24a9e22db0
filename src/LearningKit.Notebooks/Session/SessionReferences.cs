using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace LearningKit.Notebooks;

/// <summary>
/// The assemblies that cells can use: the framework, LearningKit with its dependencies, and what <c>#r</c> and
/// <c>#!library</c> add. Also answers the compiler's questions about <c>#r</c>.
/// </summary>
sealed class SessionReferences : MetadataReferenceResolver
{
    const string Nuget = "nuget:";

    /// <summary>
    /// The framework's assemblies that most cells are content with: those of the imported namespaces, extension methods
    /// included, since a cell that compiles with these must mean the same with all.
    /// </summary>
    static readonly string[] usual =
    [
        "System.Private.CoreLib", "System.Private.Uri", "System.Runtime", "System.Collections", "System.Collections.Concurrent",
        "System.Collections.Immutable", "System.Collections.NonGeneric", "System.Collections.Specialized",
        "System.ComponentModel.Primitives", "System.Console", "System.Diagnostics.Process", "System.IO.Compression",
        "System.IO.FileSystem.AccessControl", "System.IO.MemoryMappedFiles", "System.IO.Pipes", "System.Linq",
        "System.Linq.AsyncEnumerable", "System.Linq.Expressions", "System.Linq.Parallel", "System.Linq.Queryable", "System.Memory", "System.Net.Http", "System.Net.Primitives",
        "System.Runtime.InteropServices", "System.Runtime.Numerics", "System.Text.Json", "System.Text.RegularExpressions",
        "System.Threading", "System.Threading.AccessControl", "System.Threading.Channels", "System.Threading.Tasks.Parallel",
    ];

    static readonly Lazy<ImmutableArray<PortableExecutableReference>> kit = new(ReadKit);
    static readonly Lazy<ImmutableArray<PortableExecutableReference>> usualKit = new(() =>
        [.. kit.Value.Where(reference => usual.Append("LearningKit").Append("LearningKit.Notebooks").Any(name => Named(reference, name)))]);

    readonly SessionOptions options;
    // One thread adds (that of the running cell), any thread reads.
    volatile ImmutableDictionary<string, PortableExecutableReference> added =
        ImmutableDictionary.Create<string, PortableExecutableReference>(StringComparer.OrdinalIgnoreCase);
    readonly ConcurrentDictionary<string, ImmutableArray<PortableExecutableReference>> packages = new(StringComparer.OrdinalIgnoreCase);

    public SessionReferences(SessionOptions options) => this.options = options;

    /// <summary>Every reference for the next compilation.</summary>
    public IEnumerable<MetadataReference> All => kit.Value.Concat(added.Values);

    /// <summary>The few that suffice for most cells, and what was added: a compilation costs by the reference.</summary>
    public IEnumerable<MetadataReference> Usual => usualKit.Value.Concat(added.Values);

    /// <summary>An object that is another one whenever references were added or taken out.</summary>
    public object Version => added;

    /// <summary>What <c>#r</c> and <c>#!library</c> have added.</summary>
    public IEnumerable<MetadataReference> Added => added.Values;

    /// <summary>The assemblies of the running program, by simple name.</summary>
    static Dictionary<string, string> TrustedAssemblies { get; } =
        (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .ToLookup(path => Path.GetFileNameWithoutExtension(path)!, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(paths => paths.Key, paths => paths.First(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds an assembly on disk and lets the runtime find it; nothing happens if it is there already.</summary>
    public PortableExecutableReference Add(string path)
    {
        CellAssemblies.AddFile(path);
        return Include(path);
    }

    /// <summary>Takes an assembly back out, for a library cell that is compiled again.</summary>
    public void Remove(PortableExecutableReference reference) => added = added.Remove(reference.FilePath!);

    /// <inheritdoc/>
    public override bool ResolveMissingAssemblies => true;

    /// <inheritdoc/>
    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity) =>
        TrustedAssemblies.TryGetValue(referenceIdentity.Name, out var path) ? MetadataReference.CreateFromFile(path)
        : CellAssemblies.FileOf(referenceIdentity.Name) is { } file ? MetadataReference.CreateFromFile(file)
        : null;

    /// <inheritdoc/>
    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        if (reference.StartsWith(Nuget, StringComparison.OrdinalIgnoreCase)) return Package(reference[Nuget.Length..]);
        if (OfKit(reference) is { } known) return [known];
        var path = PathOf(reference, baseFilePath);
        if (File.Exists(path)) return [Add(path)];
        if (Trusted(reference) is { } trusted) return [trusted];
        throw new CellException("FileNotFoundException", $"#r \"{reference}\": there is no file {path}. A path is taken from the notebook's folder.");
    }

    /// <summary>What <c>#r</c> stands for as far as that is known without fetching or adding anything; empty if it is not.</summary>
    public ImmutableArray<PortableExecutableReference> Peek(string reference, string? baseFilePath)
    {
        if (reference.StartsWith(Nuget, StringComparison.OrdinalIgnoreCase)) return packages.GetValueOrDefault(reference[Nuget.Length..], []);
        if (OfKit(reference) is { } known) return [known];
        var path = PathOf(reference, baseFilePath);
        if (added.TryGetValue(path, out var here)) return [here];
        if (File.Exists(path)) return [MetadataReference.CreateFromFile(path)];
        return Trusted(reference) is { } trusted ? [trusted] : [];
    }

    /// <inheritdoc/>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    ImmutableArray<PortableExecutableReference> Package(string wanted)
    {
        if (packages.TryGetValue(wanted, out var known)) return known;
        var restored = NuGetPackage.Restore(wanted, options.CacheDirectory, CellContext.Current?.Cancellation ?? default);
        foreach (var file in restored.RuntimeFiles) CellAssemblies.AddFile(file);
        foreach (var folder in restored.NativeFolders) CellAssemblies.AddNativeFolder(folder);
        ImmutableArray<PortableExecutableReference> references = [.. restored.CompileFiles.Select(file => OfKit(file) ?? Include(file))];
        // To the compiler, none means that there is no such package; one may hold nothing but native libraries.
        return packages[wanted] = references.IsEmpty ? [kit.Value[0]] : references;
    }

    PortableExecutableReference Include(string path)
    {
        if (added.TryGetValue(path, out var known)) return known;
        var reference = MetadataReference.CreateFromFile(path);
        added = added.Add(path, reference);
        return reference;
    }

    string PathOf(string reference, string? baseFilePath) =>
        Path.GetFullPath(Path.Combine(baseFilePath is null ? options.WorkingDirectory : Path.GetDirectoryName(baseFilePath)!, reference));

    // Notebooks name the kit's library for the sake of other kernels. This session has it, and a second copy would be another type.
    static PortableExecutableReference? OfKit(string reference)
    {
        var name = Path.GetFileNameWithoutExtension(reference);
        return kit.Value.FirstOrDefault(known => Named(known, name));
    }

    static PortableExecutableReference? Trusted(string reference) =>
        TrustedAssemblies.TryGetValue(Path.GetFileNameWithoutExtension(reference), out var path) ? MetadataReference.CreateFromFile(path) : null;

    static bool Named(PortableExecutableReference reference, string name) =>
        string.Equals(Path.GetFileNameWithoutExtension(reference.FilePath), name, StringComparison.OrdinalIgnoreCase);

    static ImmutableArray<PortableExecutableReference> ReadKit()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var paths = TrustedAssemblies.Values
            .Where(path => Path.GetDirectoryName(path) == framework && IsApi(Path.GetFileName(path)))
            .Append(typeof(CellFunctions).Assembly.Location)
            .Concat(WithDependencies(typeof(Engines.IEngine).Assembly))
            .Distinct();
        return [.. paths.Select(path => MetadataReference.CreateFromFile(path))];

        static bool IsApi(string file) =>
            file.StartsWith("System.", StringComparison.Ordinal) || file is "netstandard.dll" or "mscorlib.dll" or "Microsoft.CSharp.dll";
    }

    // The library's own packages and the parts of the kit that the running program has; what those need in turn is found when a cell
    // needs it (ResolveMissingAssembly).
    static IEnumerable<string> WithDependencies(Assembly library)
    {
        yield return library.Location;
        foreach (var name in new[] { "BenchmarkDotNet", "BenchmarkDotNet.Annotations", "CsvHelper", "MathNet.Numerics", "Perfolizer", "LearningKit.Shipping", "LearningKit.Processes" })
            if (TrustedAssemblies.TryGetValue(name, out var path)) yield return path;
    }
}

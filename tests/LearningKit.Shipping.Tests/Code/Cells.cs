using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace LearningKit.Shipping.Tests.Code;

/// <summary>Cells as a notebook makes them: submissions that see those before, emitted to memory, loaded and registered.</summary>
public sealed class Cells
{
    static readonly CSharpParseOptions syntax = new(LanguageVersion.CSharp14, kind: SourceCodeKind.Script);

    static readonly CSharpCompilationOptions options = new(
        OutputKind.DynamicallyLinkedLibrary,
        usings: ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Linq.Expressions", "System.Threading.Tasks"],
        optimizationLevel: OptimizationLevel.Release,
        allowUnsafe: true,
        concurrentBuild: false);

    static readonly MetadataReference[] references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    readonly string id = Guid.NewGuid().ToString("N")[..8];
    readonly object?[] states = new object?[32];
    CSharpCompilation? last;
    int count;

    /// <summary>The assembly of the last cell.</summary>
    public Assembly Assembly { get; private set; } = typeof(Cells).Assembly;

    /// <summary>The objects that hold the variables of the cells so far.</summary>
    public IEnumerable<object> States => states.OfType<object>();

    /// <summary>Runs a cell and yields what it returns.</summary>
    public object? Run(string code)
    {
        last = CSharpCompilation.CreateScriptCompilation(
            $"Cell{++count}_{id}", CSharpSyntaxTree.ParseText(code, syntax), last is null ? references : null, options, last, typeof(object));
        var (image, assembly) = Load(last, $"Cell[{count}]");
        Assembly = assembly;
        var entry = last.GetEntryPoint(default)!;
        var run = assembly.GetType(entry.ContainingType.MetadataName)!
            .GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
        return run(states).GetAwaiter().GetResult();
    }

    /// <summary>Emits ordinary C# and loads it, registered as emitted.</summary>
    public static (byte[] Image, Assembly Assembly) Library(string name, string code, params byte[][] libraries) => Load(
        CSharpCompilation.Create(
            name, [CSharpSyntaxTree.ParseText(code)], references.Concat(libraries.Select(image => MetadataReference.CreateFromImage(image))), options),
        name);

    /// <summary>Emits ordinary C#.</summary>
    public static byte[] Image(string name, string code, params byte[][] libraries) => Emit(CSharpCompilation.Create(
        name, [CSharpSyntaxTree.ParseText(code)], references.Concat(libraries.Select(image => MetadataReference.CreateFromImage(image))), options));

    static (byte[] Image, Assembly Assembly) Load(CSharpCompilation compilation, string source)
    {
        var image = Emit(compilation);
        var assembly = AssemblyLoadContext.Default.LoadFromStream(new MemoryStream(image));
        EmittedCode.Register(assembly, image, source);
        return (image, assembly);
    }

    static byte[] Emit(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded));
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return image.ToArray();
    }
}

using System.Security.Cryptography;
using System.Text;
using LearningKit.Data;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace LearningKit.Notebooks;

/// <summary>
/// Compiles <c>#!library</c> cells as ordinary C#, optimised, to assemblies on disk: those can be benchmarked and sent to
/// other processes. A file is named after the content, so the same cell gives the same file.
/// </summary>
/// <param name="references">Where the assemblies become known.</param>
/// <param name="chain">The cells that may use them.</param>
/// <param name="cacheDirectory">Where they are kept.</param>
sealed class LibraryCompiler(SessionReferences references, SubmissionChain chain, string cacheDirectory)
{
    /// <summary>How a library is read.</summary>
    public static readonly CSharpParseOptions Syntax = new(LanguageVersion.CSharp14, DocumentationMode.Parse);
    static readonly EmitOptions emitOptions = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    readonly CSharpCompilationOptions options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        allowUnsafe: true,
        concurrentBuild: false,
        deterministic: true,
        nullableContextOptions: NullableContextOptions.Annotations,
        sourceReferenceResolver: new CellSourceResolver(cacheDirectory));

    readonly Dictionary<string, PortableExecutableReference> definedIn = [];

    /// <summary>Compiles a library and makes it known to later cells; takes back earlier ones that define the same types.</summary>
    /// <returns>The assembly's path.</returns>
    /// <exception cref="CellCompilationException">The code has errors.</exception>
    public string Compile(string code, int firstLine, CellContext cell)
    {
        var tree = CSharpSyntaxTree.ParseText(SourceText.From($"#line {firstLine} \"{cell.Name}\"\n{code}", Encoding.UTF8), Syntax, path: "");
        var types = TypesOf(tree);
        var replaced = types.Where(definedIn.ContainsKey).Select(type => definedIn[type]).Distinct().ToList();

        // The same text beside other libraries is another assembly, and a process takes one of a name.
        var others = definedIn.Values.Except(replaced).Select(library => library.FilePath).Distinct().Order(StringComparer.Ordinal);
        var name = "Library_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{firstLine} {string.Join('|', others)} {code}")))[..16];
        var compilation = CSharpCompilation.Create(name, [tree, ImplicitUsings()], references.All.Except(replaced), options);
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        using var documentation = new MemoryStream();
        var result = compilation.Emit(image, symbols, documentation, options: emitOptions, cancellationToken: cell.Cancellation);
        cell.Write(StreamOutput.Error, DiagnosticText.Warnings(result.Diagnostics, cell));
        if (!result.Success) throw DiagnosticText.Failure(compilation, result.Diagnostics, cell);

        var path = Path.Combine(cacheDirectory, "libraries", Convert.ToHexStringLower(SHA256.HashData(image.ToArray()))[..16], name + ".dll");
        if (!File.Exists(path))
        {
            AtomicFile.Write(Path.ChangeExtension(path, ".pdb"), symbols.ToArray());
            AtomicFile.Write(Path.ChangeExtension(path, ".xml"), documentation.ToArray());
            AtomicFile.Write(path, image.ToArray());
        }
        foreach (var old in replaced) references.Remove(old);
        var reference = references.Add(path);
        foreach (var old in replaced) chain.Replace(old, reference);
        foreach (var type in types) definedIn[type] = reference;
        return path;
    }

    /// <summary>A library that is still being written; nothing of it stays. Any thread may ask for it.</summary>
    public SemanticModel Draft(string code, CancellationToken cancel)
    {
        var tree = CSharpSyntaxTree.ParseText(code, Syntax.WithDocumentationMode(DocumentationMode.None), cancellationToken: cancel);
        return CSharpCompilation.Create("Draft", [tree, ImplicitUsings()], references.All, options).GetSemanticModel(tree);
    }

    static SyntaxTree ImplicitUsings() => CSharpSyntaxTree.ParseText(
        string.Concat(SubmissionChain.Imports.Select(import => $"global using {import};\n")), Syntax);

    static List<string> TypesOf(SyntaxTree tree) =>
    [
        .. tree.GetRoot().DescendantNodes()
            .OfType<BaseTypeDeclarationSyntax>()
            .Where(type => type.Parent is BaseNamespaceDeclarationSyntax or CompilationUnitSyntax)
            .Select(type => string.Join('.', type.Ancestors().OfType<BaseNamespaceDeclarationSyntax>()
                .Select(space => space.Name.ToString()).Prepend(type.Identifier.Text).Reverse())),
    ];
}

using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using LearningKit.Notebooks.Formatting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace LearningKit.Notebooks;

/// <summary>
/// The C# of a session: every cell is a submission that sees those before it. Compiles optimised, without the thread pool,
/// emits to memory and loads. Not thread-safe: one cell at a time.
/// </summary>
/// <remarks>
/// There are two chains of the same cells, one with the usual references and one with all. Cells are compiled by the first
/// until one needs more; the second is made when somebody asks for it.
/// </remarks>
sealed class SubmissionChain
{
    /// <summary>What every cell has imported: the namespaces of a new C# project, text, and the functions of cells.</summary>
    internal static readonly ImmutableArray<string> Imports =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Text", "System.Threading",
        "System.Threading.Tasks",
    ];

    internal static readonly CSharpParseOptions ScriptSyntax = new(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Script);

    // The symbols inside of the image travel with it, so code of a cell that throws in another process names the cell's line there.
    static readonly EmitOptions emitOptions = new(debugInformationFormat: DebugInformationFormat.Embedded);

    readonly string id = Guid.NewGuid().ToString("N")[..8];
    readonly SessionReferences references;
    readonly CSharpCompilationOptions options;
    readonly CSharpCompilationOptions usualOptions;
    readonly LoopLocals loops = new();
    readonly List<Type> types = [];
    volatile CompleteChain? complete;
    CSharpCompilation? lastUsual;
    bool needsAll;
    object?[] states = new object?[16];
    int compiled;

    public SubmissionChain(SessionReferences references, string workingDirectory)
    {
        this.references = references;
        // An empty tree path with a #line directive (see Parse) keeps the emission of symbols off the thread pool.
        options = new(
            OutputKind.DynamicallyLinkedLibrary,
            usings: [.. Imports, typeof(CellFunctions).FullName!, typeof(DisplayExtensions).FullName!],
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true,
            concurrentBuild: false,
            nullableContextOptions: NullableContextOptions.Annotations,
            sourceReferenceResolver: new CellSourceResolver(workingDirectory),
            metadataReferenceResolver: references,
            assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default);
        usualOptions = options.WithMetadataReferenceResolver(new UsualReferences(references));
    }

    /// <summary>A compiled submission that is ready to run.</summary>
    /// <param name="Run">Runs it: at once until the first await, then as a task.</param>
    /// <param name="HasValue">True if the last expression is to be shown.</param>
    /// <param name="Warnings">What the compiler warns of, ready to print.</param>
    public sealed record Submission(Func<Task<object?>> Run, bool HasValue, string Warnings);

    /// <summary>Compiles C# and makes it part of the chain.</summary>
    /// <param name="code">The code.</param>
    /// <param name="firstLine">The line of the cell in which the code begins, from 1.</param>
    /// <param name="cell">The cell it belongs to.</param>
    /// <exception cref="CellCompilationException">The code has errors.</exception>
    public Submission Compile(string code, int firstLine, CellContext cell)
    {
        var tree = Parse(code, firstLine, cell);
        var name = $"Cell{++compiled}_{id}";
        var built = BuildRewritten(name, tree, cell) ?? Build(name, tree, cell);
        if (HasErrors(built.Result)) throw DiagnosticText.Failure(built.Emitted, built.Result.Diagnostics, cell);

        (complete, lastUsual, needsAll) = (built.Complete, built.Usual, built.Usual is null);
        loops.Remember(built.Written);
        // Directives alone, such as using, emit nothing and take no slot, but later cells see them.
        if (!built.Result.Success) return new(() => Task.FromResult<object?>(null), HasValue: false, Warnings: "");

        var entry = built.Emitted.GetEntryPoint(cell.Cancellation)!;
        var type = CellAssemblies.Load(built.Image.ToArray(), cell.Name).GetType(entry.ContainingType.MetadataName, throwOnError: true)!;
        var factory = type.GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
        types.Add(type);
        if (types.Count + 1 >= states.Length) Array.Resize(ref states, states.Length * 2);
        var slots = states;
        return new(() => factory(slots), HasValue(built.Emitted, built.Tree), DiagnosticText.Warnings(built.Result.Diagnostics, cell));
    }

    /// <summary>The cell with its loops on local variables and with stop points; null if it has none, or does not compile so.</summary>
    Built? BuildRewritten(string name, SyntaxTree tree, CellContext cell)
    {
        var plain = Complete(name, tree);
        var faster = loops.Rewrite(tree, () => (needsAll ? plain.Compilation : Usual(name, tree)).GetSemanticModel(tree));
        if ((StopPoints.Rewrite(faster ?? tree) ?? faster) is not { } rewritten) return null;
        var built = Build(name, rewritten, cell);
        // Errors and warnings name places in the text that was written, and later cells see that text.
        var isQuiet = built.Result.Success && DiagnosticText.Warnings(built.Result.Diagnostics, cell).Length == 0;
        return isQuiet ? built with { Complete = plain, Written = [tree] } : null;
    }

    Built Build(string name, SyntaxTree tree, CellContext cell)
    {
        var chain = Complete(name, tree);
        var usual = needsAll ? null : Usual(name, tree);
        var image = new MemoryStream();
        var result = Emit(usual ?? chain.Compilation);
        if (usual is not null && HasErrors(result))
        {
            usual = null;
            result = Emit(chain.Compilation);
        }
        var emitted = usual ?? chain.Compilation;
        return new(tree, emitted.SyntaxTrees, chain, usual, emitted, result, image);

        EmitResult Emit(CSharpCompilation wanted)
        {
            image.SetLength(0);
            return wanted.Emit(image, options: emitOptions, cancellationToken: cell.Cancellation);
        }
    }

    CSharpCompilation Usual(string name, SyntaxTree tree) => Next(name, tree, lastUsual, references.Usual, usualOptions);

    CompleteChain Complete(string name, SyntaxTree tree) =>
        new(complete, previous => Next(name, tree, previous, references.All, options));

    /// <summary>Adds a submission that declares one variable.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="type">Its type: one of the framework's.</param>
    /// <param name="value">Its value.</param>
    /// <param name="cell">The running cell.</param>
    /// <exception cref="CellException">The name is no name in C#.</exception>
    public void Declare(string name, Type type, object? value, CellContext cell)
    {
        if (!SyntaxFacts.IsValidIdentifier(name))
            throw new CellException("InvalidName", $"'{name}' is no name for a C# variable: letters, digits and underscores, not a digit first.");
        Compile($"{TypeText.Qualified(type)} @{name} = default;", 1, cell).Run().GetAwaiter().GetResult();
        var submission = states[types.Count]!;
        submission.GetType().GetField(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!.SetValue(submission, value);
    }

    /// <summary>
    /// Puts a library in the place of an older one in all cells so far: their references are passed on to later cells,
    /// which would find each type twice.
    /// </summary>
    public void Replace(MetadataReference old, MetadataReference replacement)
    {
        if (old == replacement) return;
        if (complete is { } before) complete = new(null, _ => Replaced(before.Compilation));
        if (lastUsual is not null) lastUsual = Replaced(lastUsual);

        CSharpCompilation Replaced(CSharpCompilation compilation)
        {
            var info = compilation.ScriptCompilationInfo!;
            var previous = info.PreviousScriptCompilation is { } earlier ? Replaced(earlier) : null;
            var kept = compilation.ExternalReferences.Select(reference => reference == old ? replacement : reference).Distinct();
            return compilation.WithReferences(kept).WithScriptCompilationInfo(info.WithPreviousScriptCompilation(previous));
        }
    }

    /// <summary>The last compilation with all references, which knows those before it. Compilations never change, so any thread may ask one at any time.</summary>
    public CSharpCompilation? Last => complete?.Compilation;

    /// <summary>Code that is still being written, as the next submission; nothing of it stays. Any thread may ask for it.</summary>
    /// <param name="tree">The code.</param>
    /// <param name="previous">What it is to see: <see cref="Last"/>.</param>
    public CSharpCompilation Draft(SyntaxTree tree, CSharpCompilation? previous) =>
        Next($"Draft_{id}", tree, previous, references.All, options.WithMetadataReferenceResolver(new DraftReferences(references)));

    // Submissions hand their references on, and keep a list of all they got: given to each again, a thousand cells would keep
    // a thousand times a thousand.
    CSharpCompilation Next(
        string name, SyntaxTree tree, CSharpCompilation? previous, IEnumerable<MetadataReference> first, CSharpCompilationOptions with) =>
        CSharpCompilation.CreateScriptCompilation(name, tree, previous is null ? first : references.Added, with, previous, typeof(object));

    /// <summary>The variables of all cells with their present values; the latest definition of a name counts.</summary>
    public IEnumerable<(string Name, Type Type, object? Value)> Variables()
    {
        var seen = new HashSet<string>();
        foreach (var state in states.Reverse().Where(state => state is not null))
            foreach (var field in state!.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                if (!field.Name.StartsWith('<') && !field.IsDefined(typeof(CompilerGeneratedAttribute)) && seen.Add(field.Name))
                    yield return (field.Name, field.FieldType, field.GetValue(state));
    }

    internal static SyntaxTree Parse(string code, int firstLine, CellContext cell) => CSharpSyntaxTree.ParseText(
        SourceText.From($"#line {firstLine} \"{cell.Name}\"\n{code}", Encoding.UTF8), ScriptSyntax, path: "");

    /// <summary>A submission that was compiled, with or without success.</summary>
    /// <param name="Tree">The code that was compiled.</param>
    /// <param name="Written">The code as it was written, and that of files it loaded.</param>
    /// <param name="Complete">What later cells of the complete chain see.</param>
    /// <param name="Usual">What later cells of the usual chain see; null if the cell needs more references.</param>
    /// <param name="Emitted">What was emitted.</param>
    /// <param name="Result">How it went.</param>
    /// <param name="Image">The assembly, with its symbols.</param>
    sealed record Built(
        SyntaxTree Tree,
        IReadOnlyList<SyntaxTree> Written,
        CompleteChain Complete,
        CSharpCompilation? Usual,
        CSharpCompilation Emitted,
        EmitResult Result,
        MemoryStream Image);

    static bool HasErrors(EmitResult result) => result.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    // A last expression without semicolon is shown, unless it is a call that returns nothing.
    static bool HasValue(CSharpCompilation compilation, SyntaxTree tree) =>
        tree.GetCompilationUnitRoot().Members.LastOrDefault()
            is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } statement }
        && compilation.GetSemanticModel(tree).GetTypeInfo(statement.Expression).Type is not { SpecialType: SpecialType.System_Void };
}

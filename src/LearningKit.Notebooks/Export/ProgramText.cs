using System.Text;
using LearningKit.Data;
using LearningKit.Notebooks.Magics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearningKit.Notebooks.Export;

/// <summary>A program that grows cell by cell.</summary>
/// <param name="notebook">The notebook it is made from.</param>
/// <param name="folder">Where the program will lie.</param>
sealed class ProgramText(Notebook notebook, string folder)
{
    readonly SortedSet<string> directives = new(StringComparer.Ordinal);
    readonly SortedSet<string> usings = new(SubmissionChain.Imports.Select(import => $"using {import};"), StringComparer.Ordinal);
    readonly StringBuilder statements = new();
    readonly StringBuilder types = new();
    readonly Renamer renamer = new();

    /// <summary>Adds a cell.</summary>
    public void Add(NotebookCell cell)
    {
        if (cell.Kind != CellKind.Code) Comment(cell.Source);
        else if (cell.Tags.Contains("raises-exception")) Comment("This cell fails on purpose:\n" + cell.Source);
        else AddCode(cell.Source, cell.Language ?? notebook.Language);
    }

    /// <summary>The whole program.</summary>
    public override string ToString() =>
        $"""
        // {notebook.Title}
        // Made from {notebook.Name}. Run it with: dotnet run -c Release {Path.ChangeExtension(notebook.Name, ".cs")}
        {string.Concat(Head().Select(line => line + "\n"))}
        {string.Concat(usings.Select(line => line + "\n"))}using static NotebookCells;

        {statements.ToString().TrimEnd('\n')}

        {types.ToString().TrimEnd('\n')}

        {Functions}
        """.ReplaceLineEndings("\n");

    IEnumerable<string> Head() =>
    [
        "#:property AllowUnsafeBlocks=true",
        "#:property ManagePackageVersionsCentrally=false",
        "#:property Nullable=annotations",
        "#:property PublishAot=false",
        "#:property RestorePackagesWithLockFile=false",
        "#:property TreatWarningsAsErrors=false",
        .. directives,
    ];

    void AddCode(string source, string language)
    {
        IReadOnlyList<CellSegment> segments;
        try
        {
            segments = CellSplitter.Split(source, language);
        }
        catch (CellException)
        {
            Comment(source);
            return;
        }
        foreach (var segment in segments)
            if (segment.Magic == "csharp") AddCSharp(segment.Body);
            else if (segment.Magic == "library") AddLibrary(segment.Body);
            else Comment($"#!{segment.Magic} {segment.Arguments}".TrimEnd() + "\n" + segment.Body);
    }

    void AddCSharp(string source)
    {
        var root = CSharpSyntaxTree.ParseText(source, SubmissionChain.ScriptSyntax).GetCompilationUnitRoot();
        if (root.ContainsDiagnostics && root.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            Comment("This cell does not compile:\n" + source);
            return;
        }
        TakeHead(root);
        root = (CompilationUnitSyntax)renamer.Rename(root);
        foreach (var member in root.Members)
            if (member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax) types.Append(WithoutDirectives(member)).Append("\n\n");
            else statements.Append(Statement(member)).Append('\n');
        var rest = WithoutDirectives(root.EndOfFileToken.LeadingTrivia.ToFullString());
        if (rest.Length > 0) statements.Append(rest).Append('\n');
        statements.Append('\n');
    }

    void AddLibrary(string source)
    {
        var root = CSharpSyntaxTree.ParseText(source).GetCompilationUnitRoot();
        TakeHead(root);
        foreach (var member in root.Members)
            if (member is FileScopedNamespaceDeclarationSyntax space)
            {
                foreach (var import in space.Usings) usings.Add(import.WithoutTrivia().ToString());
                types.Append($"namespace {space.Name}\n{{\n{string.Concat(space.Members.Select(inner => inner.ToFullString()))}\n}}\n\n");
            }
            else types.Append(member.ToFullString().Trim()).Append("\n\n");
    }

    void TakeHead(CompilationUnitSyntax root)
    {
        foreach (var import in root.Usings) usings.Add(import.WithoutTrivia().ToString());
        foreach (var reference in root.GetReferenceDirectives()) AddReference(reference.File.ValueText);
        foreach (var load in root.GetLoadDirectives()) Comment($"#load \"{load.File.ValueText}\": put the text of that file here.");
    }

    void AddReference(string reference)
    {
        const string package = "nuget:";
        if (reference.StartsWith(package, StringComparison.OrdinalIgnoreCase))
        {
            var parts = reference[package.Length..].Split(',');
            directives.Add($"#:package {parts[0].Trim()}@{(parts.Length > 1 ? parts[1].Trim() : "*")}");
        }
        else if (Path.GetFileNameWithoutExtension(reference) == "LearningKit")
        {
            var project = Path.Combine(KitPaths.Root, "src", "LearningKit", "LearningKit.csproj");
            directives.Add($"#:project {Path.GetRelativePath(folder, project).Replace('\\', '/')}");
        }
        else Comment($"#r \"{reference}\": a file-based program references projects (#:project) and packages (#:package) only.");
    }

    static string Statement(MemberDeclarationSyntax member)
    {
        var text = WithoutDirectives(member);
        return member switch
        {
            GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last } => Shown(text, last.Expression),
            // Modifiers of members of a class have no place in a program's statements.
            FieldDeclarationSyntax field => WithoutModifiers(text, field.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.ConstKeyword))),
            MethodDeclarationSyntax method => WithoutModifiers(text, method.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.AsyncKeyword)
                && !modifier.IsKind(SyntaxKind.StaticKeyword) && !modifier.IsKind(SyntaxKind.UnsafeKeyword))),
            _ => text,
        };
    }

    // Show has overloads for calls with and without a value; an awaited value would need a lambda that waits.
    static string Shown(string text, ExpressionSyntax expression)
    {
        var value = expression.ToString();
        var start = text.LastIndexOf(value, StringComparison.Ordinal);
        var before = text[..start];
        return expression switch
        {
            AwaitExpressionSyntax => $"{before}await Show(async () => {value});",
            InvocationExpressionSyntax => $"{before}Show(() => {value});",
            _ => $"{before}display({value});",
        };
    }

    static string WithoutModifiers(string text, IEnumerable<SyntaxToken> modifiers)
    {
        foreach (var modifier in modifiers)
        {
            var index = text.IndexOf(modifier.Text + " ", StringComparison.Ordinal);
            if (index >= 0) text = text.Remove(index, modifier.Text.Length + 1);
        }
        return text;
    }

    static string WithoutDirectives(SyntaxNode node) => WithoutDirectives(node.ToFullString());

    static string WithoutDirectives(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n')
        .Where(line => !line.StartsWith("#r ", StringComparison.Ordinal) && !line.StartsWith("#load ", StringComparison.Ordinal)))
        .Trim('\n');

    void Comment(string text)
    {
        foreach (var line in text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')) statements.Append($"// {line}".TrimEnd()).Append('\n');
        statements.Append('\n');
    }

    const string Functions =
        """
        /// <summary>What notebook cells can call, for a terminal.</summary>
        static class NotebookCells
        {
            public static CancellationToken CellCancellation => CancellationToken.None;

            public static DisplayedValue display(object? value, params string[] mimeTypes)
            {
                Console.WriteLine(value switch
                {
                    null => "null",
                    string text => text,
                    System.Collections.IEnumerable items => string.Join(Environment.NewLine, items.Cast<object?>().Take(100)),
                    _ => value,
                });
                return new();
            }

            /// <summary>A terminal keeps what it has printed: what comes in its place is printed below.</summary>
            public sealed class DisplayedValue
            {
                public void Update(object? value) => display(value);
            }

            public static string HTML(string text) => text;

            public static string Markdown(string text) => text;

            public static string LaTeX(string text) => text;

            public static string SVG(string text) => text;

            public static string Image(string path) => $"Image: {path}";

            public static string Image(byte[] bytes) => $"Image of {bytes.Length} bytes";

            public static void ClearOutput(bool wait = false) { }

            public static void Show(Action call) => call();

            public static void Show<T>(Func<T> call)
            {
                if (call() is var value and not DisplayedValue) display(value);
            }

            public static Task Show(Func<Task> call) => call();

            public static async Task Show<T>(Func<Task<T>> call) => display(await call());
        }

        """;
}

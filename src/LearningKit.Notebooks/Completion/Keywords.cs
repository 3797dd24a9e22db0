using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearningKit.Notebooks.Completion;

/// <summary>
/// The keywords that fit at a place. The parser decides: a keyword fits if the code up to the cursor, with the keyword, has
/// no error there.
/// </summary>
static class Keywords
{
    // What is a keyword only in its place is recognised by what follows it.
    static readonly Dictionary<string, string> contextual = new()
    {
        ["and"] = "1",
        ["ascending"] = "",
        ["async"] = "Task M() { }",
        ["await"] = "x;",
        ["by"] = "x",
        ["descending"] = "",
        ["equals"] = "x",
        ["from"] = "x in y select z;",
        ["get"] = ";",
        ["group"] = "x by y",
        ["init"] = ";",
        ["into"] = "x",
        ["join"] = "x in y on z equals u",
        ["let"] = "x = y",
        ["nameof"] = "(x)",
        ["not"] = "1",
        ["on"] = "x",
        ["or"] = "1",
        ["orderby"] = "x",
        ["partial"] = "class C { }",
        ["record"] = "C;",
        ["required"] = "int x;",
        ["select"] = "x",
        ["set"] = ";",
        ["var"] = "x = y;",
        ["when"] = "x",
        ["where"] = "x",
        ["with"] = "{ }",
        ["yield"] = "return x;",
    };

    static readonly string[] all =
    [
        .. SyntaxFacts.GetReservedKeywordKinds().Select(SyntaxFacts.GetText).Where(word => !word.StartsWith('_')),
        .. contextual.Keys,
    ];

    /// <summary>The keywords that fit and may be meant.</summary>
    public static IEnumerable<Candidate> At(SourcePlace place)
    {
        var before = CodeBefore(place);
        return all
            .Where(word => word.StartsWith(place.Typed, StringComparison.OrdinalIgnoreCase) && MakesSense(word, place) && Fits(word, before, place))
            .Select(word => new Candidate(word, Closeness.Keyword, () => new(word, "keyword")));
    }

    /// <summary>
    /// True if a name fits at a place. Only what stands before it on its line speaks against it: a line that lacks its
    /// semicolon must not take the names from the next one.
    /// </summary>
    public static bool TakesName(SourcePlace place)
    {
        var before = CodeBefore(place);
        return before.AsSpan(Math.Min(place.Before.Span.End, before.Length)).Contains('\n') || Fits("name", before, place);
    }

    static string CodeBefore(SourcePlace place) => place.Root.SyntaxTree.GetText().ToString(new(0, place.Start));

    static bool MakesSense(string word, SourcePlace place) => word switch
    {
        "break" or "continue" => IsInLoop(place),
        "base" or "this" => place.Around<TypeDeclarationSyntax>() is not null,
        _ => true,
    };

    static bool Fits(string word, string before, SourcePlace place)
    {
        var tree = CSharpSyntaxTree.ParseText($"{before}{word} {contextual.GetValueOrDefault(word)}", (CSharpParseOptions)place.Root.SyntaxTree.Options);
        var token = tree.GetRoot().FindToken(before.Length, findInsideTrivia: true);
        return token.SpanStart == before.Length && IsRead(token, word)
            && !tree.GetDiagnostics().Any(error => error.Location.SourceSpan.Start >= place.Before.Span.End && error.Location.SourceSpan.Start < token.Span.End);
    }

    // Read as what it is meant to be.
    static bool IsRead(SyntaxToken token, string word) => word switch
    {
        "name" => !token.Parent.IsKind(SyntaxKind.SkippedTokensTrivia),
        _ when token.Parent is SkippedTokensTriviaSyntax => false,
        "var" => token.Parent is IdentifierNameSyntax { Parent: VariableDeclarationSyntax },
        "nameof" => token.Parent is IdentifierNameSyntax { Parent: InvocationExpressionSyntax },
        _ => !token.IsKind(SyntaxKind.IdentifierToken),
    };

    static bool IsInLoop(SourcePlace place) =>
        place.Parent?.AncestorsAndSelf().Any(node => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or SwitchStatementSyntax) == true;
}

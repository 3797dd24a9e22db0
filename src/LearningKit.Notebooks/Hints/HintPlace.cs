using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LearningKit.Notebooks.Hints;

/// <summary>The code that a message of the compiler's is about.</summary>
/// <param name="Model">The code's meaning.</param>
/// <param name="Span">The place.</param>
sealed record HintPlace(SemanticModel Model, TextSpan Span)
{
    /// <summary>The root of the tree.</summary>
    public SyntaxNode Root { get; } = Model.SyntaxTree.GetRoot();

    /// <summary>The node at the place.</summary>
    public SyntaxNode Node => Root.FindNode(Span, getInnermostNodeForTie: true);

    /// <summary>The name at the place; null if there is none.</summary>
    public SimpleNameSyntax? Name => Root.FindToken(Span.Start).Parent as SimpleNameSyntax;

    /// <summary>What the place names, as far as the compiler knows.</summary>
    public ISymbol? Symbol => Model.GetSymbolInfo(Node) is var info ? info.Symbol ?? info.CandidateSymbols.FirstOrDefault() : null;

    /// <summary>What awaiting a value of a type gives; null if that is no task with a value.</summary>
    public static ITypeSymbol? Awaited(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } ? result : null;
}

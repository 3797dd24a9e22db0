using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearningKit.Notebooks.Completion;

/// <summary>The symbols that a place in code is about.</summary>
static class NamedSymbols
{
    /// <summary>
    /// What stands under or before the cursor; within the brackets of a call, what is called. Several where a method has
    /// overloads: what the compiler takes it for comes first.
    /// </summary>
    public static IReadOnlyList<ISymbol> At(SemanticModel model, int position)
    {
        foreach (var token in Touched(model.SyntaxTree.GetRoot(), position))
            if (Of(token, model) is { Count: > 0 } symbols) return symbols;
        return [];
    }

    static IEnumerable<SyntaxToken> Touched(SyntaxNode root, int position)
    {
        var right = root.FindToken(position);
        if (right.SpanStart <= position) yield return right;
        var left = position == 0 ? right : root.FindToken(position - 1);
        while (left.SpanStart >= position && left.GetPreviousToken() is var previous && previous != default) left = previous;
        yield return left;
        if (left.IsKind(SyntaxKind.DotToken)) yield return left.GetPreviousToken();
    }

    static IReadOnlyList<ISymbol> Of(SyntaxToken token, SemanticModel model) => token.Parent switch
    {
        // A variable whose type is being inferred: 'var' tells the type.
        IdentifierNameSyntax { IsVar: true } or PredefinedTypeSyntax => model.GetTypeInfo(token.Parent).Type is { TypeKind: not TypeKind.Error } type ? [type] : [],
        SimpleNameSyntax name => OfName(name, model),
        ArgumentListSyntax arguments => Calls.Callees(arguments, model),
        ImplicitObjectCreationExpressionSyntax creation when model.GetTypeInfo(creation).Type is { } type => [type],
        { } node when IsIdentifierOf(token, node) && model.GetDeclaredSymbol(node) is { } declared => [declared],
        { } node when !token.IsKind(SyntaxKind.IdentifierToken) && node.FirstAncestorOrSelf<ArgumentSyntax>() is { Parent: ArgumentListSyntax list }
            && token.IsKind(SyntaxKind.CommaToken) => Calls.Callees(list, model),
        _ => [],
    };

    static bool IsIdentifierOf(SyntaxToken token, SyntaxNode node) => token.IsKind(SyntaxKind.IdentifierToken) && node is
        VariableDeclaratorSyntax or ParameterSyntax or MemberDeclarationSyntax or LocalFunctionStatementSyntax or ForEachStatementSyntax
        or SingleVariableDesignationSyntax or TypeParameterSyntax or FromClauseSyntax or LetClauseSyntax or JoinClauseSyntax or TupleElementSyntax
        or CatchDeclarationSyntax;

    static IReadOnlyList<ISymbol> OfName(SimpleNameSyntax name, SemanticModel model)
    {
        var info = model.GetSymbolInfo(name);
        var first = info.Symbol ?? (info.CandidateReason == CandidateReason.OverloadResolutionFailure ? null : info.CandidateSymbols.FirstOrDefault());
        if (first is IAliasSymbol alias) first = alias.Target;
        if (first is not (null or IMethodSymbol)) return [first];
        ISymbol[] group = [.. first is null ? [] : new[] { first }, .. model.GetMemberGroup(name), .. info.CandidateSymbols];
        return [.. group.DistinctBy(symbol => symbol.OriginalDefinition, SymbolEqualityComparer.Default)];
    }
}

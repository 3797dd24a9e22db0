using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearningKit.Notebooks.Completion;

/// <summary>Finds what was written about a symbol: in a cell above it, or in the XML file of its library.</summary>
static class Documentation
{
    const int DeepestInheritance = 8;

    /// <summary>The entry, with inherited text in place of <c>inheritdoc</c>; null if there is none.</summary>
    public static XElement? Of(ISymbol symbol, Compilation compilation) => Of(symbol, compilation, DeepestInheritance);

    static XElement? Of(ISymbol symbol, Compilation compilation, int depth)
    {
        var declared = (symbol is IMethodSymbol { ReducedFrom: { } reduced } ? reduced : symbol).OriginalDefinition;
        var entry = declared.DeclaringSyntaxReferences.IsEmpty ? DocumentationFiles.Find(declared, compilation) : InCell(declared);
        if (entry?.Element("inheritdoc") is null && entry is not null) return entry;
        return depth == 0 ? null : Bases(declared, entry, compilation).Select(origin => Of(origin, compilation, depth - 1)).FirstOrDefault(found => found is not null);
    }

    static IEnumerable<ISymbol> Bases(ISymbol symbol, XElement? entry, Compilation compilation)
    {
        if (entry?.Element("inheritdoc")?.Attribute("cref")?.Value is { } cref && DocumentationCommentId.GetFirstSymbolForDeclarationId(cref, compilation) is { } named)
            yield return named;
        if (Overridden(symbol) is { } overridden) yield return overridden;
        if (symbol is not (IMethodSymbol or IPropertySymbol or IEventSymbol) || symbol.ContainingType is not { } owner) yield break;
        foreach (var member in owner.AllInterfaces.SelectMany(face => face.GetMembers(symbol.Name)))
            if (SymbolEqualityComparer.Default.Equals(owner.FindImplementationForInterfaceMember(member), symbol)) yield return member;
    }

    static ISymbol? Overridden(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        IEventSymbol evt => evt.OverriddenEvent,
        _ => null,
    };

    // Cells are compiled without reading their documentation, for speed: here are its lines as they were written.
    static XElement? InCell(ISymbol symbol)
    {
        var declaration = symbol.DeclaringSyntaxReferences[0].GetSyntax();
        if (declaration is VariableDeclaratorSyntax) declaration = declaration.FirstAncestorOrSelf<SyntaxNode>(node => node is BaseFieldDeclarationSyntax or LocalDeclarationStatementSyntax);
        var lines = declaration?.GetLeadingTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))
            .Select(trivia => trivia.ToString())
            .Where(line => line.StartsWith("///", StringComparison.Ordinal))
            .Select(line => line[3..])
            .ToList();
        return lines is [_, ..] ? DocumentationFiles.Parse($"<member>{string.Join('\n', lines)}</member>") : null;
    }
}

using System.ComponentModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearningKit.Notebooks.Completion;

/// <summary>Finds the symbols that can stand at a place.</summary>
static class SymbolSearch
{
    /// <summary>The symbols, several of a name where a method has overloads.</summary>
    public static IEnumerable<ISymbol> At(SourcePlace place) =>
        (place.Before.IsKind(SyntaxKind.DotToken) ? BehindDot(place) : InScope(place)).Where(IsShown);

    static IEnumerable<ISymbol> BehindDot(SourcePlace place) => place.Parent switch
    {
        MemberAccessExpressionSyntax access => MembersOf(access.Expression, place),
        QualifiedNameSyntax name => MembersOf(name.Left, place),
        MemberBindingExpressionSyntax binding => MembersBehindQuestion(binding, place),
        _ => [],
    };

    static IEnumerable<ISymbol> MembersBehindQuestion(MemberBindingExpressionSyntax binding, SourcePlace place)
    {
        var access = binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>()
            .FirstOrDefault(access => access.WhenNotNull.Span.Contains(binding.Span));
        return access is null || place.Model.GetTypeInfo(access.Expression).Type is not { } type ? [] : InstanceMembers(WithoutNull(type), place);
    }

    static IEnumerable<ISymbol> MembersOf(ExpressionSyntax receiver, SourcePlace place)
    {
        var model = place.Model;
        if (receiver is BaseExpressionSyntax) return model.LookupBaseMembers(place.Start).Where(symbol => !symbol.IsStatic && IsMember(symbol));
        var symbol = SymbolOf(model.GetSymbolInfo(receiver));
        var type = model.GetTypeInfo(receiver).Type;
        if (symbol is null && type is null or IErrorTypeSymbol)
        {
            // In front of a line that follows, 'x.' looks like the beginning of a declaration: 'x.var y = 1;'.
            var expression = SyntaxFactory.ParseExpression(receiver.ToString());
            symbol = SymbolOf(model.GetSpeculativeSymbolInfo(receiver.SpanStart, expression, SpeculativeBindingOption.BindAsExpression));
            type = model.GetSpeculativeTypeInfo(receiver.SpanStart, expression, SpeculativeBindingOption.BindAsExpression).Type;
        }
        return symbol switch
        {
            INamespaceSymbol space => model.LookupNamespacesAndTypes(place.Start, space),
            ITypeSymbol named => StaticMembers(named, place),
            IMethodSymbol when receiver is not (InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax) && type is null => [],
            _ when type is null or IErrorTypeSymbol => [],
            // 'Colour Colour': the name of the property is that of its type, too.
            _ when receiver is IdentifierNameSyntax name && name.Identifier.Text == type.Name =>
                InstanceMembers(type, place).Concat(StaticMembers(type, place)),
            _ => InstanceMembers(type, place),
        };
    }

    static IEnumerable<ISymbol> StaticMembers(ITypeSymbol type, SourcePlace place) => type is INamespaceOrTypeSymbol container
        ? place.Model.LookupStaticMembers(place.Start, container).Where(symbol => IsMember(symbol) || symbol is INamedTypeSymbol)
        : [];

    static IEnumerable<ISymbol> InstanceMembers(ITypeSymbol type, SourcePlace place) =>
        type.SpecialType == SpecialType.System_Void ? [] :
        place.Model.LookupSymbols(place.Start, type, includeReducedExtensionMethods: true)
            .Where(symbol => IsMember(symbol) && (!symbol.IsStatic || symbol is IMethodSymbol { MethodKind: MethodKind.ReducedExtension }));

    static bool IsMember(ISymbol symbol) => symbol is
        IFieldSymbol or IPropertySymbol { IsIndexer: false } or IEventSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ReducedExtension };

    static IEnumerable<ISymbol> InScope(SourcePlace place)
    {
        if (place.Around<UsingDirectiveSyntax>() is { Alias: null } directive && place.Start <= directive.Span.End && directive.SemicolonToken != place.Before)
            return place.Model.LookupNamespacesAndTypes(place.Start)
                .Where(symbol => symbol is INamespaceSymbol || directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword));
        if (IsForTypes(place))
            return place.Model.LookupNamespacesAndTypes(place.Start)
                .Where(symbol => !place.Before.IsKind(SyntaxKind.NewKeyword) || symbol is not INamedTypeSymbol { IsStatic: true });
        return place.Model.LookupSymbols(place.Start).Where(symbol => !IsLater(symbol, place));
    }

    static bool IsForTypes(SourcePlace place) => place.Before.Kind() switch
    {
        SyntaxKind.NewKeyword => place.Parent is not BaseTypeDeclarationSyntax,
        SyntaxKind.AsKeyword => true,
        SyntaxKind.OpenParenToken => place.Parent is TypeOfExpressionSyntax or CatchDeclarationSyntax or DefaultExpressionSyntax,
        SyntaxKind.ColonToken or SyntaxKind.CommaToken => place.Parent is BaseListSyntax or TypeParameterConstraintClauseSyntax,
        SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken or SyntaxKind.SemicolonToken =>
            place.Around<MemberDeclarationSyntax>() is { } member && (member is TypeDeclarationSyntax || member.Parent is TypeDeclarationSyntax)
            && place.Around<BlockSyntax>() is null && place.Around<AccessorListSyntax>() is null
            && !(member is TypeDeclarationSyntax type && place.Before == type.CloseBraceToken),
        _ => false,
    };

    // A local variable is not there before its declaration, nor within it.
    static bool IsLater(ISymbol symbol, SourcePlace place) =>
        symbol is ILocalSymbol or IFieldSymbol { ContainingType.IsScriptClass: true }
        && symbol.DeclaringSyntaxReferences is [var declaration, ..]
        && declaration.SyntaxTree == place.Root.SyntaxTree
        && (symbol is ILocalSymbol ? place.Start <= declaration.Span.End : declaration.Span.IntersectsWith(place.Position));

    static bool IsShown(ISymbol symbol) =>
        symbol.CanBeReferencedByName && symbol.Name.Length > 0 && symbol.Name[0] != '<'
        && !symbol.GetAttributes().Any(IsHiding);

    static bool IsHiding(AttributeData attribute) => attribute.AttributeClass?.Name switch
    {
        nameof(EditorBrowsableAttribute) => attribute.ConstructorArguments is [{ Value: (int)EditorBrowsableState.Never }],
        nameof(ObsoleteAttribute) => attribute.ConstructorArguments is [_, { Value: true }],
        _ => false,
    };

    /// <summary>A type without <c>Nullable&lt;&gt;</c> around it.</summary>
    public static ITypeSymbol WithoutNull(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? inner : type;

    static ISymbol? SymbolOf(SymbolInfo info) => info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
}

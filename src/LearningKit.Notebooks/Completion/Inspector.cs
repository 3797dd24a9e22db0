using Microsoft.CodeAnalysis;

namespace LearningKit.Notebooks.Completion;

/// <summary>Tells about the symbol at a place in C# code.</summary>
static class Inspector
{
    const int ShownOverloads = 5;

    static readonly SymbolDisplayFormat signature = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeVariance,
        memberOptions: SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeConstantValue,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        extensionMethodStyle: SymbolDisplayExtensionMethodStyle.StaticMethod,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        localOptions: SymbolDisplayLocalOptions.IncludeType | SymbolDisplayLocalOptions.IncludeConstantValue | SymbolDisplayLocalOptions.IncludeRef,
        kindOptions: SymbolDisplayKindOptions.IncludeNamespaceKeyword | SymbolDisplayKindOptions.IncludeTypeKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>What is to tell; null if there is no symbol.</summary>
    /// <param name="model">The code.</param>
    /// <param name="position">The cursor.</param>
    /// <param name="variables">The variables of the session by name.</param>
    public static SymbolCard? Inspect(SemanticModel model, int position, Func<string, object?> variables)
    {
        var symbols = NamedSymbols.At(model, position);
        if (symbols.Count == 0) return null;
        var first = symbols[0];
        return new(
            [.. symbols.Take(ShownOverloads).Select(symbol => (symbol is IMethodSymbol { ReducedFrom: { } reduced } ? reduced : symbol).ToDisplayString(signature))],
            Math.Max(0, symbols.Count - ShownOverloads),
            Origin(first),
            IsVariableOfACell(first, model) ? ValuePreview.Of(variables(first.Name)) : "",
            Documentation.Of(first, model.Compilation));
    }

    static string Origin(ISymbol symbol)
    {
        var kind = SymbolText.Kind(symbol);
        kind = char.ToUpperInvariant(kind[0]) + kind[1..];
        var place = symbol.ContainingType is { IsScriptClass: false } owner ? $" of {owner.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat)}"
            : symbol.ContainingNamespace is { IsGlobalNamespace: false } space ? $" of the namespace {space.ToDisplayString()}"
            : "";
        if (symbol.DeclaringSyntaxReferences is not [var declaration, ..]) return kind + place;
        return $"{kind}{place}, declared in {(declaration.SyntaxTree.GetMappedLineSpan(declaration.Span).Path is { Length: > 0 } cell ? cell : "this cell")}";
    }

    static bool IsVariableOfACell(ISymbol symbol, SemanticModel model) =>
        symbol is IFieldSymbol { ContainingType.IsScriptClass: true, IsConst: false } && symbol.DeclaringSyntaxReferences is [var declaration, ..]
        && declaration.SyntaxTree != model.SyntaxTree;
}

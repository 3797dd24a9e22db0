using Microsoft.CodeAnalysis;

namespace LearningKit.Notebooks.Completion;

/// <summary>Symbols in the spelling of C#.</summary>
static class SymbolText
{
    static readonly SymbolDisplayFormat shortType = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    static readonly SymbolDisplayFormat parameters = shortType
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeOptionalBrackets);

    /// <summary>What a symbol is, in one word.</summary>
    public static string Kind(ISymbol symbol) => symbol switch
    {
        INamespaceSymbol => "namespace",
        INamedTypeSymbol type => type.TypeKind switch
        {
            TypeKind.Struct => "struct",
            TypeKind.Interface => "interface",
            TypeKind.Enum => "enum",
            TypeKind.Delegate => "delegate",
            _ => "class",
        },
        ITypeParameterSymbol => "type parameter",
        IMethodSymbol { MethodKind: MethodKind.ReducedExtension } => "extension method",
        IMethodSymbol { MethodKind: MethodKind.Constructor } => "constructor",
        IMethodSymbol { ContainingType.IsScriptClass: true } or IMethodSymbol { MethodKind: MethodKind.LocalFunction } => "function",
        IMethodSymbol => "method",
        IPropertySymbol => "property",
        IEventSymbol => "event",
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => "enum member",
        IFieldSymbol { IsConst: true } or ILocalSymbol { IsConst: true } => "constant",
        IFieldSymbol { ContainingType.IsScriptClass: true } or ILocalSymbol or IRangeVariableSymbol => "variable",
        IFieldSymbol => "field",
        IParameterSymbol => "parameter",
        _ => "name",
    };

    /// <summary>Parameters and type of a symbol in short; of the first, if there are several of a name.</summary>
    public static string Signature(IReadOnlyList<ISymbol> overloads)
    {
        var text = overloads[0] switch
        {
            IMethodSymbol method => $"({string.Join(", ", method.Parameters.Select(Parameter))}) → {Type(method.ReturnType)}",
            IPropertySymbol property => Type(property.Type),
            IFieldSymbol field => Type(field.Type),
            ILocalSymbol local => Type(local.Type),
            IParameterSymbol parameter => Type(parameter.Type),
            IEventSymbol evt => Type(evt.Type),
            INamedTypeSymbol { IsGenericType: true } type => $"<{string.Join(", ", type.TypeParameters.Select(parameter => parameter.Name))}>",
            _ => "",
        };
        return overloads.Count == 1 || overloads[0] is not IMethodSymbol ? text : $"{text}, {overloads.Count} overloads";
    }

    /// <summary>A type without namespaces.</summary>
    public static string Type(ITypeSymbol type) => type.ToDisplayString(shortType);

    static string Parameter(IParameterSymbol parameter) => parameter.ToDisplayString(parameters);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearningKit.Notebooks.Completion;

/// <summary>What a place asks for by itself: values of an enum, names of parameters, members to initialise.</summary>
static class Wanted
{
    /// <summary>The candidates; none where the place asks for nothing in particular.</summary>
    public static IEnumerable<Candidate> At(SourcePlace place) => place.Name is null ? [] : EnumMembers(place).Concat(NamedArguments(place));

    /// <summary>The members that an object initialiser or a <c>with</c> can set at a place, or a pattern can ask for; null elsewhere.</summary>
    public static IReadOnlyList<ISymbol>? Members(SourcePlace place) => place.Name?.Parent switch
    {
        InitializerExpressionSyntax direct => MembersToSet(direct, place),
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax outer } assignment when assignment.Left == place.Name => MembersToSet(outer, place),
        ConstantPatternSyntax { Parent: SubpatternSyntax { ExpressionColon: null, Parent.Parent: RecursivePatternSyntax { PositionalPatternClause: null } pattern } } =>
            MembersToMatch(pattern, place),
        _ => null,
    };

    static List<ISymbol>? MembersToSet(InitializerExpressionSyntax initializer, SourcePlace place)
    {
        var type = initializer.Parent switch
        {
            BaseObjectCreationExpressionSyntax or WithExpressionSyntax => place.Model.GetTypeInfo((ExpressionSyntax)initializer.Parent).Type,
            AssignmentExpressionSyntax nested => place.Model.GetTypeInfo(nested.Left).Type,
            _ => null,
        };
        // A collection takes values there.
        if (type is null || type.AllInterfaces.Any(face => face.SpecialType == SpecialType.System_Collections_IEnumerable)) return null;
        var set = initializer.Expressions.OfType<AssignmentExpressionSyntax>().Where(member => member.Left != place.Name).Select(member => $"{member.Left}").ToHashSet();
        var members = place.Model.LookupSymbols(place.Start, type).Where(member => CanBeSet(member, place) && !set.Contains(member.Name)).ToList();
        return members.Count > 0 ? members : null;
    }

    static List<ISymbol>? MembersToMatch(RecursivePatternSyntax pattern, SourcePlace place) =>
        place.Model.GetTypeInfo(pattern).ConvertedType is not { } type ? null :
        [
            .. place.Model.LookupSymbols(place.Start, SymbolSearch.WithoutNull(type))
                .Where(member => member is IPropertySymbol { IsStatic: false, IsIndexer: false, GetMethod: not null } or IFieldSymbol { IsStatic: false }),
        ];

    static bool CanBeSet(ISymbol member, SourcePlace place) => member switch
    {
        IPropertySymbol { IsStatic: false, IsIndexer: false, SetMethod: { } setter } => place.Model.IsAccessible(place.Start, setter),
        IFieldSymbol { IsStatic: false, IsReadOnly: false, CanBeReferencedByName: true } => true,
        _ => false,
    };

    static IEnumerable<Candidate> NamedArguments(SourcePlace place)
    {
        if (place.Name!.Parent is not ArgumentSyntax { NameColon: null, RefKindKeyword.RawKind: 0, Parent: ArgumentListSyntax arguments } argument) return [];
        var index = arguments.Arguments.IndexOf(argument);
        var given = arguments.Arguments.Select(other => other.NameColon?.Name.Identifier.Text).ToHashSet();
        return Calls.Callees(arguments, place.Model)
            .SelectMany(callee => callee.Parameters.Skip(index))
            .Where(parameter => !given.Contains(parameter.Name))
            .DistinctBy(parameter => parameter.Name)
            .Select(parameter => new Candidate(parameter.Name, Closeness.Argument, () => new(parameter.Name + ":", "argument", SymbolText.Type(parameter.Type))));
    }

    static IEnumerable<Candidate> EnumMembers(SourcePlace place) =>
        from type in Types(place).Select(SymbolSearch.WithoutNull).Distinct(SymbolEqualityComparer.Default).OfType<INamedTypeSymbol>()
        where type.TypeKind == TypeKind.Enum
        let typeName = type.ToMinimalDisplayString(place.Model, place.Start)
        from member in type.GetMembers().OfType<IFieldSymbol>()
        let text = $"{typeName}.{member.Name}"
        select new Candidate(
            NameMatching.Of(text, place.Typed) <= NameMatching.Of(member.Name, place.Typed) ? text : member.Name,
            Closeness.Wanted,
            () => new(text, "enum member", SymbolText.Type(type)));

    static IEnumerable<ITypeSymbol> Types(SourcePlace place)
    {
        var model = place.Model;
        return place.Name!.Parent switch
        {
            ArgumentSyntax { Parent: ArgumentListSyntax arguments } argument => Calls.Parameters(argument, arguments, model).Select(parameter => parameter.Type),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } } => TypeOf(declaration.Type),
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => TypeOf(property.Type),
            EqualsValueClauseSyntax { Parent: ParameterSyntax { Type: { } type } } => TypeOf(type),
            AssignmentExpressionSyntax assignment when assignment.Right == place.Name => TypeOf(assignment.Left),
            BinaryExpressionSyntax binary => TypeOf(binary.Right == place.Name ? binary.Left : binary.Right),
            CaseSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice } => TypeOf(choice.Expression),
            ConstantPatternSyntax pattern => pattern.Ancestors().Select(Governing).FirstOrDefault(value => value is not null) is { } value ? TypeOf(value) : [],
            ReturnStatementSyntax or ArrowExpressionClauseSyntax => Returned(),
            _ => [],
        };

        IEnumerable<ITypeSymbol> TypeOf(ExpressionSyntax expression) => model.GetTypeInfo(expression).Type is { } type ? [type] : [];

        IEnumerable<ITypeSymbol> Returned() => model.GetEnclosingSymbol(place.Start) is IMethodSymbol { IsImplicitlyDeclared: false } method ? [method.ReturnType] : [];
    }

    static ExpressionSyntax? Governing(SyntaxNode node) => node switch
    {
        IsPatternExpressionSyntax test => test.Expression,
        SwitchExpressionSyntax choice => choice.GoverningExpression,
        SwitchStatementSyntax choice => choice.Expression,
        _ => null,
    };
}

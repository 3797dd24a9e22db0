using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearningKit.Notebooks.Completion;

/// <summary>What the brackets of a call may mean.</summary>
static class Calls
{
    /// <summary>The methods, constructors or delegates that a list of arguments may be for; what the compiler takes it for comes first.</summary>
    public static IReadOnlyList<IMethodSymbol> Callees(ArgumentListSyntax arguments, SemanticModel model)
    {
        var callees = arguments.Parent switch
        {
            InvocationExpressionSyntax call => model.GetMemberGroup(call.Expression).OfType<IMethodSymbol>() is var methods && methods.Any()
                ? methods
                : model.GetTypeInfo(call.Expression).Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } ? [invoke] : [],
            BaseObjectCreationExpressionSyntax creation when model.GetTypeInfo(creation).Type is INamedTypeSymbol type =>
                type.InstanceConstructors.Where(constructor => model.IsAccessible(arguments.SpanStart, constructor)),
            _ => [],
        };
        var chosen = arguments.Parent is null ? null : model.GetSymbolInfo(arguments.Parent).Symbol;
        return [.. callees.OrderBy(callee => SymbolEqualityComparer.Default.Equals(callee, chosen) ? 0 : 1)];
    }

    /// <summary>The parameters that the argument at a place may be for.</summary>
    public static IEnumerable<IParameterSymbol> Parameters(ArgumentSyntax argument, ArgumentListSyntax arguments, SemanticModel model)
    {
        var index = arguments.Arguments.IndexOf(argument);
        return argument.NameColon is { Name.Identifier.Text: var name }
            ? Callees(arguments, model).SelectMany(callee => callee.Parameters).Where(parameter => parameter.Name == name)
            : Callees(arguments, model).Where(callee => index < callee.Parameters.Length).Select(callee => callee.Parameters[index]);
    }
}

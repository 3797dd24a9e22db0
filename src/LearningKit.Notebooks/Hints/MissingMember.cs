using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearningKit.Notebooks.Hints;

/// <summary>What to do about a member that a value or a type does not have.</summary>
static class MissingMember
{
    /// <summary>The hint; null if nothing helps.</summary>
    public static string? Hint(HintPlace place)
    {
        if (place.Name is not { } node || Receiver(node) is not { } receiver || place.Model.GetTypeInfo(receiver).Type is not { } type) return null;
        var name = node.Identifier.Text;
        if (HintPlace.Awaited(type) is { } result && MembersOf(result).Contains(name)) return $"The task's value has it. Wait for it: (await {receiver}).{name}";
        var namespaces = ReferenceSearch.NamespacesOfExtension(name, type, place.Model.Compilation);
        if (namespaces.Count > 0) return ReferenceSearch.Advice(name, namespaces);
        return Spelling.Nearest(name, MembersOf(type)) is not { } meant ? null
            : meant.Equals(name, StringComparison.OrdinalIgnoreCase) ? $"Upper and lower case differ in C#: it is {meant}."
            : $"Is {meant} meant?";

        HashSet<string> MembersOf(ITypeSymbol type) =>
        [
            .. place.Model.LookupSymbols(node.SpanStart, type, includeReducedExtensionMethods: true)
                .Where(symbol => symbol.CanBeReferencedByName).Select(symbol => symbol.Name),
        ];
    }

    static ExpressionSyntax? Receiver(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access.Expression,
        MemberBindingExpressionSyntax binding => binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault()?.Expression,
        _ => null,
    };
}

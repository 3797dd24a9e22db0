using Microsoft.CodeAnalysis;

namespace LearningKit.Notebooks.Hints;

/// <summary>Finds in which namespaces of the references something is declared that a cell does not see.</summary>
static class ReferenceSearch
{
    const int Shown = 3;

    /// <summary>The namespaces with a public type of a name, those of the kit first.</summary>
    public static IReadOnlyList<string> NamespacesOfType(string name, Compilation compilation) => Sorted(
        from space in Namespaces(compilation.GlobalNamespace)
        where space.GetTypeMembers(name).Any(type => type.DeclaredAccessibility == Accessibility.Public)
        select space);

    /// <summary>The namespaces with an extension method of a name for a type.</summary>
    public static IReadOnlyList<string> NamespacesOfExtension(string name, ITypeSymbol receiver, Compilation compilation) => Sorted(
        from space in Namespaces(compilation.GlobalNamespace)
        where space.GetTypeMembers().Any(type => type.MightContainExtensionMethods && type.DeclaredAccessibility == Accessibility.Public
            && type.GetMembers(name).OfType<IMethodSymbol>().Any(method => method.IsExtensionMethod && method.ReduceExtensionMethod(receiver) is not null))
        select space);

    /// <summary>What to write for something in one of some namespaces.</summary>
    public static string Advice(string name, IReadOnlyList<string> namespaces) => namespaces.Count == 1
        ? $"{name} is in {namespaces[0]}. Add a line above: using {namespaces[0]};"
        : $"{name} is in {string.Join(" and in ", namespaces.Take(Shown))}. Add a line for the one that you mean, for example: using {namespaces[0]};";

    static IReadOnlyList<string> Sorted(IEnumerable<INamespaceSymbol> namespaces) =>
    [
        .. namespaces.Select(space => space.ToDisplayString())
            .OrderBy(name => name.StartsWith("LearningKit", StringComparison.Ordinal) ? 0 : name.StartsWith("System", StringComparison.Ordinal) ? 1 : 2)
            .ThenBy(name => name.Length),
    ];

    // Some assemblies of the framework have a public namespace Internal, which is not meant for us.
    static IEnumerable<INamespaceSymbol> Namespaces(INamespaceSymbol space) => space.GetNamespaceMembers()
        .Where(inner => inner.Name != "Internal")
        .SelectMany(inner => Namespaces(inner).Prepend(inner));
}

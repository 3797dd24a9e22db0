using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LearningKit.Notebooks.Completion;

/// <summary>An item that may be offered.</summary>
/// <param name="Name">What is compared with what was typed.</param>
/// <param name="Closeness">How near it is to the learner's own code.</param>
/// <param name="Item">Makes the item, if it is offered.</param>
sealed record Candidate(string Name, Closeness Closeness, Func<CompletionItem> Item)
{
    /// <summary>The symbols of one name as one candidate.</summary>
    public static Candidate Of(IReadOnlyList<ISymbol> symbols, SourcePlace place) => new(
        symbols[0].Name,
        ClosenessOf(symbols[0], place),
        () => new(Spelled(symbols[0].Name), SymbolText.Kind(symbols[0]), SymbolText.Signature(symbols)));

    /// <summary>
    /// Those that answer best to what was typed, best first: what begins with it, or else what has its letters as the
    /// beginnings of words, or else what holds it. Among equals, what the notebook declares comes first.
    /// </summary>
    public static IReadOnlyList<CompletionItem> Best(IEnumerable<Candidate> candidates, string typed)
    {
        var matching = candidates
            .Select(candidate => (Candidate: candidate, Match: typed.Length == 0 ? NameMatch.Exact : NameMatching.Of(candidate.Name, typed)))
            .Where(found => found.Match != NameMatch.None)
            .ToList();
        if (matching.Count == 0) return [];
        var best = matching.Min(found => found.Match);
        var worst = best <= NameMatch.IgnoringCase ? NameMatch.IgnoringCase : best;
        return
        [
            .. matching
                .Where(found => found.Match <= worst)
                .OrderBy(found => found.Match)
                .ThenBy(found => found.Candidate.Closeness)
                .ThenBy(found => found.Candidate.Name, StringComparer.OrdinalIgnoreCase)
                .Select(found => found.Candidate.Item())
                .DistinctBy(item => item.Text),
        ];
    }

    static string Spelled(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    static Closeness ClosenessOf(ISymbol symbol, SourcePlace place) => symbol switch
    {
        ILocalSymbol or IParameterSymbol or IRangeVariableSymbol => Closeness.Local,
        _ when symbol.ContainingType?.IsScriptClass == true => Closeness.Notebook,
        _ when symbol.ContainingAssembly is ISourceAssemblySymbol => Closeness.Notebook,
        IMethodSymbol { MethodKind: MethodKind.ReducedExtension } => Closeness.Extension,
        INamespaceSymbol => Closeness.Namespace,
        ITypeSymbol => Closeness.Type,
        _ when symbol.ContainingType?.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType => Closeness.Object,
        _ => Closeness.Member,
    };
}

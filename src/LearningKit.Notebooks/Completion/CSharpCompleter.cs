using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LearningKit.Notebooks.Completion;

/// <summary>What can stand at a place in C# code.</summary>
static class CSharpCompleter
{
    /// <summary>Finds it.</summary>
    public static CompletionList Complete(SourcePlace place, CancellationToken cancel)
    {
        if (!place.IsCode || place.IsNewName) return new(place.Position, place.Position, []);
        var found = Candidates(place, cancel).ToList();
        cancel.ThrowIfCancellationRequested();
        return new(place.Start, place.End, Candidate.Best(found, place.Typed));
    }

    static IEnumerable<Candidate> Candidates(SourcePlace place, CancellationToken cancel)
    {
        if (place.Before.IsKind(SyntaxKind.DotToken)) return Named(SymbolSearch.At(place), place);
        if (!Keywords.TakesName(place)) return Keywords.At(place);
        if (Wanted.Members(place) is { } members) return Named(members, place);
        var symbols = Named(SymbolSearch.At(place), place);
        cancel.ThrowIfCancellationRequested();
        return Wanted.At(place).Concat(symbols).Concat(Keywords.At(place));
    }

    static IEnumerable<Candidate> Named(IEnumerable<ISymbol> symbols, SourcePlace place) =>
        symbols.ToLookup(symbol => symbol.Name).Select(group => Candidate.Of([.. group], place));
}

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
        if (place.IsBehindValue) return new(place.Start, place.End, Candidate.Best(Keywords.At(place), place.Typed));

        var symbols = SymbolSearch.At(place).ToLookup(symbol => symbol.Name);
        cancel.ThrowIfCancellationRequested();
        var found = symbols.Select(group => Candidate.Of([.. group], place));
        if (!place.Before.IsKind(SyntaxKind.DotToken)) found = found.Concat(Keywords.At(place));
        return new(place.Start, place.End, Candidate.Best(found, place.Typed));
    }
}

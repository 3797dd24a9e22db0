using Microsoft.CodeAnalysis.CSharp;

namespace LearningKit.Notebooks;

/// <summary>
/// The cells so far as a chain of compilations with all references, made when somebody asks: most cells are compiled with few
/// references and never need it. Safe on any thread.
/// </summary>
/// <param name="previous">The cells before; null for the first.</param>
/// <param name="next">Makes the compilation of this cell behind those before.</param>
sealed class CompleteChain(CompleteChain? previous, Func<CSharpCompilation?, CSharpCompilation> next)
{
    readonly CompleteChain? previous = previous;
    readonly Lazy<CSharpCompilation> compilation = new(() => next(previous?.Compilation));

    /// <summary>The compilation of the last cell, which knows those before it.</summary>
    public CSharpCompilation Compilation
    {
        get
        {
            // From the oldest that is missing on: each asks only for the one before, however long the chain is.
            var missing = new Stack<CompleteChain>();
            for (var link = this; link is { compilation.IsValueCreated: false }; link = link.previous) missing.Push(link);
            foreach (var link in missing) _ = link.compilation.Value;
            return compilation.Value;
        }
    }
}

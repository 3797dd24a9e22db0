using LearningKit.Notebooks.Magics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LearningKit.Notebooks.Completion;

/// <summary>
/// Answers questions about code that is being written, over what the session knows by now. Any thread may ask, also while a
/// cell runs; questions are answered one after the other.
/// </summary>
/// <param name="chain">The cells so far.</param>
/// <param name="references">What cells can use.</param>
/// <param name="libraries">How library cells are compiled.</param>
/// <param name="folder">Where paths in cells begin.</param>
sealed class CodeAssistant(SubmissionChain chain, SessionReferences references, LibraryCompiler libraries, string folder)
{
    readonly Lock gate = new();
    (CSharpCompilation? Last, object References) basis;
    CSharpCompilation? draft;

    /// <summary>What can stand at a place in a cell.</summary>
    public CompletionList Complete(string code, int position, CancellationToken cancel)
    {
        var cell = new CellDraft(code);
        var line = cell.LineAt(position);
        if (line.Call is not null) return MagicCompleter.Complete(line, code, position, () => chain.Variables().Select(variable => variable.Name));
        if (!CellDraft.IsCSharp(line.Language)) return new(position, position, []);
        if (DirectiveCompleter.Complete(code[line.Start..position], position, folder) is { } directive) return directive;
        var source = SourcePlace.Fill(cell.Only(line.Language), position);
        lock (gate)
        {
            var place = new SourcePlace(ModelOf(source, line.Language, cancel), position);
            return place.PathBefore is { } path ? PathCompleter.Complete(folder, path, position) : CSharpCompleter.Complete(place, cancel);
        }
    }

    /// <summary>What is to tell about what stands at a place in a cell; null if that is nothing.</summary>
    public MimeBundle? Inspect(string code, int position, CancellationToken cancel)
    {
        var cell = new CellDraft(code);
        var line = cell.LineAt(position);
        if (line.Call is not null) return CellSplitter.MagicOf(line.Call.Value) is { } magic ? MimeBundle.OfText(magic.Help) : null;
        if (!CellDraft.IsCSharp(line.Language)) return null;
        lock (gate)
            return Inspector.Inspect(ModelOf(cell.Only(line.Language), line.Language, cancel), position, ValueOf)?.ToBundle();
    }

    object? ValueOf(string name) => chain.Variables().FirstOrDefault(variable => variable.Name == name).Value;

    SemanticModel ModelOf(string code, Magic language, CancellationToken cancel)
    {
        if (language is LibraryMagic) return libraries.Draft(code, cancel);
        var tree = CSharpSyntaxTree.ParseText(code, SubmissionChain.ScriptSyntax, cancellationToken: cancel);
        // With one tree in the place of another, the compiler keeps what it knows of the references.
        var known = (chain.Last, references.Version);
        draft = draft is not null && basis == known ? draft.ReplaceSyntaxTree(draft.SyntaxTrees[0], tree) : chain.Draft(tree, known.Last);
        basis = known;
        return draft.GetSemanticModel(tree);
    }
}

using LearningKit.Notebooks.Magics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LearningKit.Notebooks.Completion;

/// <summary>Finds out whether a cell can be executed as it stands. Only C# is judged: what another language needs, it says itself.</summary>
static class CellCheck
{
    /// <summary>Judges a cell.</summary>
    public static CodeStatus Check(string code, CancellationToken cancel)
    {
        var cell = new CellDraft(code);
        if (cell.Calls.Any(call => call.Name.Length > 0 && call.Magic is null)) return CodeStatus.Invalid;
        if (!CellDraft.IsCSharp(cell.Last)) return CodeStatus.Complete;
        var text = cell.Only(cell.Last);
        var script = CSharpSyntaxTree.ParseText(text, SubmissionChain.ScriptSyntax, cancellationToken: cancel);
        var tree = cell.Last is LibraryMagic ? CSharpSyntaxTree.ParseText(text, LibraryCompiler.Syntax, cancellationToken: cancel) : script;
        return !SyntaxFactory.IsCompleteSubmission(script) ? CodeStatus.Incomplete
            : tree.GetDiagnostics(cancel).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? CodeStatus.Invalid
            : CodeStatus.Complete;
    }
}

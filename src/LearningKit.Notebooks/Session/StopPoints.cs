using LearningKit.Stopping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LearningKit.Notebooks;

/// <summary>
/// Lets a cell be stopped in its loops: those that call something pass a <see cref="StopPoint"/> in each turn.
/// <c>while (true) list.Add(1);</c> becomes
/// <code>
/// while (true) {if(global::LearningKit.Stopping.StopPoint.IsWanted)global::LearningKit.Stopping.StopPoint.Pass();list.Add(1);}
/// </code>
/// </summary>
/// <remarks>
/// An abort in code that calls and allocates may end the process (README), and on threads other than the cell's there is none.
/// Loops that call nothing can be aborted safely and are left as they are: in those of a few cycles a turn, the read would
/// show in measurements. Lines keep their numbers.
/// </remarks>
static class StopPoints
{
    const string Place = $"global::{nameof(LearningKit)}.{nameof(Stopping)}.{nameof(StopPoint)}";
    const string Passing = $"if({Place}.{nameof(StopPoint.IsWanted)}){Place}.{nameof(StopPoint.Pass)}();";

    /// <summary>The code with stop points; null if no loop of it needs one.</summary>
    public static SyntaxTree? Rewrite(SyntaxTree tree)
    {
        var changes = tree.GetCompilationUnitRoot().DescendantNodes()
            .Select(node => (Loop: node, Body: Body(node)))
            .Where(loop => loop.Body is not null && Calls(loop.Loop))
            .SelectMany(loop => Insert(loop.Body!))
            .OrderBy(change => change.Span.Start)
            .ToList();
        return changes.Count == 0 ? null : tree.WithChangedText(tree.GetText().WithChanges(changes));
    }

    static StatementSyntax? Body(SyntaxNode node) => node switch
    {
        ForStatementSyntax loop => loop.Statement,
        CommonForEachStatementSyntax loop => loop.Statement,
        WhileStatementSyntax loop => loop.Statement,
        DoStatementSyntax loop => loop.Statement,
        _ => null,
    };

    /// <summary>True if a turn of the loop calls, allocates or waits, itself or within an inner loop. Mathematics is no call for the compiler.</summary>
    static bool Calls(SyntaxNode loop) => loop
        .DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(node => node switch
        {
            InvocationExpressionSyntax call => call.Expression is not MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Math" or "MathF" } },
            BaseObjectCreationExpressionSyntax or AnonymousObjectCreationExpressionSyntax => true,
            ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or CollectionExpressionSyntax => true,
            InterpolatedStringExpressionSyntax or QueryExpressionSyntax or AwaitExpressionSyntax or LockStatementSyntax or YieldStatementSyntax => true,
            LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.StringLiteralExpression),
            _ => false,
        });

    static IEnumerable<TextChange> Insert(StatementSyntax body)
    {
        if (body is BlockSyntax block) return [new(new(block.OpenBraceToken.Span.End, 0), Passing)];
        return [new(new(body.SpanStart, 0), $"{{{Passing}"), new(new(body.Span.End, 0), "}")];
    }
}

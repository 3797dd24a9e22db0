using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearningKit.Notebooks.Export;

/// <summary>
/// Gives names that a later cell declares again a number: a notebook forgets the earlier one, a program may declare a
/// name once.
/// </summary>
sealed class Renamer
{
    readonly Dictionary<string, int> declared = [];
    readonly Dictionary<string, string> names = [];

    /// <summary>A cell with the names that the program has for them.</summary>
    public SyntaxNode Rename(CompilationUnitSyntax cell)
    {
        foreach (var name in cell.Members.SelectMany(NamesOf).Distinct())
        {
            var times = declared[name] = declared.GetValueOrDefault(name) + 1;
            if (times > 1) names[name] = $"{name}{times}";
        }
        return names.Count == 0 ? cell : new Rewriter(names).Visit(cell);
    }

    static IEnumerable<string> NamesOf(MemberDeclarationSyntax member) => member switch
    {
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.Text),
        MethodDeclarationSyntax method => [method.Identifier.Text],
        BaseTypeDeclarationSyntax type => [type.Identifier.Text],
        DelegateDeclarationSyntax type => [type.Identifier.Text],
        GlobalStatementSyntax statement => statement.DescendantNodes(node => node is not (LambdaExpressionSyntax or BlockSyntax))
            .OfType<SingleVariableDesignationSyntax>().Select(variable => variable.Identifier.Text),
        _ => [],
    };

    sealed class Rewriter(Dictionary<string, string> names) : CSharpSyntaxRewriter
    {
        public override SyntaxToken VisitToken(SyntaxToken token) =>
            token.IsKind(SyntaxKind.IdentifierToken) && names.TryGetValue(token.Text, out var name) && !IsMember(token)
                ? SyntaxFactory.Identifier(token.LeadingTrivia, name, token.TrailingTrivia)
                : token;

        // Behind a dot, before a colon or in an object initialiser stands the name of something else.
        static bool IsMember(SyntaxToken token) => token.Parent is { } node && (
            (node.Parent is MemberAccessExpressionSyntax access && access.Name == node)
            || node.Parent is MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax or QualifiedNameSyntax
            || (node.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment && assignment.Left == node));
    }
}

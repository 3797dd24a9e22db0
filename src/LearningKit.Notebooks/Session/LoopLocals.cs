using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LearningKit.Notebooks;

/// <summary>
/// Lets loops at the top of a cell read local variables. A variable of a cell is a field, since later cells must see it, and a
/// loop that waits for memory in each turn is up to three times slower than the same loop in a program.
/// </summary>
/// <remarks>
/// A loop is put into a block that copies the fields it reads; what it writes goes to both, so the fields are right at all
/// times, also when an exception or an interrupt ends the loop. <c>while (n &lt; 9) n++;</c> becomes
/// <code>
/// {ref var __field_n=ref @n;{var @n=__field_n;while (n &lt; 9) __field_n=++n;}}
/// </code>
/// A variable that a lambda or a function mentions, in any cell so far, stays as it is: another thread may write it. (Types
/// cannot reach the variables of cells.) Lines keep their numbers. Not thread-safe.
/// </remarks>
sealed class LoopLocals
{
    const string Field = "__field_";

    readonly HashSet<string> shared = [];

    /// <summary>The code with its loops on local variables; null if it has no loop that gains by it.</summary>
    /// <param name="tree">A cell's code.</param>
    /// <param name="modelOf">Its meaning; asked only if there is a loop.</param>
    public SyntaxTree? Rewrite(SyntaxTree tree, Func<SemanticModel> modelOf)
    {
        var root = tree.GetCompilationUnitRoot();
        var loops = OutermostLoops(root).ToList();
        // What a loaded file mentions is known only when it has been compiled.
        if (loops.Count == 0 || root.GetLoadDirectives().Count > 0) return null;

        var model = modelOf();
        var elsewhere = shared.Concat(Shared(root)).ToHashSet();
        var changes = new List<TextChange>();
        foreach (var loop in loops)
        {
            var names = Identifiers(loop)
                .GroupBy(identifier => identifier.Identifier.ValueText)
                .Where(mentions => !elsewhere.Contains(mentions.Key) && IsCopied(model, loop, mentions.Key) && mentions.All(IsReadOrSimplyWritten))
                .ToList();
            if (names.Count == 0) continue;
            var fields = names.Select(mentions => $"ref var {Field}{mentions.Key}=ref @{mentions.Key};");
            var locals = names.Select(mentions => $"var @{mentions.Key}={Field}{mentions.Key};");
            changes.Add(new(new(loop.SpanStart, 0), $"{{{string.Concat(fields)}{{{string.Concat(locals)}"));
            changes.AddRange(names.SelectMany(mentions => mentions).SelectMany(WriteToBoth).OrderBy(change => change.Span.Start));
            changes.Add(new(new(loop.Span.End, 0), "}}"));
        }
        return changes.Count == 0 ? null : tree.WithChangedText(tree.GetText().WithChanges(changes));
    }

    /// <summary>Takes note of a cell that later cells see.</summary>
    /// <param name="trees">Its code, and that of the files it loaded.</param>
    public void Remember(IEnumerable<SyntaxTree> trees)
    {
        foreach (var tree in trees) shared.UnionWith(Shared(tree.GetCompilationUnitRoot()));
    }

    static IEnumerable<StatementSyntax> OutermostLoops(CompilationUnitSyntax root) => root.Members
        .OfType<GlobalStatementSyntax>()
        .SelectMany(statement => statement.DescendantNodes(node => !IsLoop(node) && !RunsElsewhere(node)))
        .Where(IsLoop)
        .Cast<StatementSyntax>()
        // Locals that live across an await are fields again; a label could be jumped to from outside.
        .Where(loop => !loop.DescendantNodesAndTokens().Any(item => item.Kind() is SyntaxKind.AwaitKeyword or SyntaxKind.LabeledStatement));

    static bool IsLoop(SyntaxNode node) => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax;

    /// <summary>Code that another thread may run, or that makes a second name for a variable.</summary>
    static bool RunsElsewhere(SyntaxNode node) => node switch
    {
        AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax or RefExpressionSyntax => true,
        PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.AddressOfExpression),
        ArgumentSyntax argument => argument.RefKindKeyword.IsKind(SyntaxKind.RefKeyword),
        GlobalStatementSyntax or FieldDeclarationSyntax or BaseTypeDeclarationSyntax => false,
        _ => node is MemberDeclarationSyntax,
    };

    static IEnumerable<string> Shared(CompilationUnitSyntax root) => root
        .DescendantNodes(node => !RunsElsewhere(node) && node is not BaseTypeDeclarationSyntax)
        .Where(RunsElsewhere)
        .SelectMany(node => node.DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
            .Select(token => token.ValueText)
            .Except(Parameters(node)));

    /// <summary>Names that mean something else in the whole of a function.</summary>
    static IEnumerable<string> Parameters(SyntaxNode function) => function switch
    {
        SimpleLambdaExpressionSyntax lambda => [lambda.Parameter.Identifier.ValueText],
        ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList.Parameters.Select(parameter => parameter.Identifier.ValueText),
        LocalFunctionStatementSyntax local => local.ParameterList.Parameters.Select(parameter => parameter.Identifier.ValueText),
        BaseMethodDeclarationSyntax method => method.ParameterList.Parameters.Select(parameter => parameter.Identifier.ValueText),
        _ => [],
    };

    static IEnumerable<IdentifierNameSyntax> Identifiers(SyntaxNode loop) => loop.DescendantNodes()
        .OfType<IdentifierNameSyntax>()
        .Where(identifier => identifier.Parent is not (NameColonSyntax or NameEqualsSyntax)
            && !(identifier.Parent is MemberAccessExpressionSyntax access && access.Name == identifier)
            && identifier.Parent is not MemberBindingExpressionSyntax);

    /// <summary>True for variables of cells whose copy is as good: a method of a struct could change the copy alone.</summary>
    static bool IsCopied(SemanticModel model, StatementSyntax loop, string name)
    {
        // Several, if cells declared the name again.
        var meanings = model.LookupSymbols(loop.SpanStart, name: name);
        return meanings.Length > 0 && meanings.All(meaning =>
            meaning is IFieldSymbol { ContainingType.IsScriptClass: true, IsConst: false, IsReadOnly: false, IsStatic: false } field
            && (field.Type.IsReferenceType || field.Type.TypeKind == TypeKind.Enum || field.Type.IsReadOnly || IsPrimitive(field.Type)));
    }

    static bool IsPrimitive(ITypeSymbol type) =>
        type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    /// <summary>False if the variable is written in a way that <see cref="WriteToBoth"/> does not know.</summary>
    static bool IsReadOrSimplyWritten(IdentifierNameSyntax identifier) => identifier.Parent switch
    {
        PostfixUnaryExpressionSyntax step => !IsStep(step) || IsStatement(step),
        ArgumentSyntax argument => argument.RefKindKeyword.IsKind(SyntaxKind.None) && argument.Parent is not TupleExpressionSyntax,
        ForEachVariableStatementSyntax each => each.Variable != identifier,
        _ => true,
    };

    static bool IsStep(ExpressionSyntax expression) => expression.Kind()
        is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression or SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression;

    static bool IsStatement(ExpressionSyntax expression) => expression.Parent is ExpressionStatementSyntax
        || (expression.Parent is ForStatementSyntax loop && (loop.Incrementors.Contains(expression) || loop.Initializers.Contains(expression)));

    static IEnumerable<TextChange> WriteToBoth(IdentifierNameSyntax identifier)
    {
        var field = Field + identifier.Identifier.ValueText;
        switch (identifier.Parent)
        {
            case AssignmentExpressionSyntax assignment when assignment.Left == identifier:
                yield return new(new(assignment.SpanStart, 0), $"{field}=");
                break;
            case PostfixUnaryExpressionSyntax step when IsStep(step):
                yield return new(new(step.SpanStart, 0), $"{field}={step.OperatorToken.Text}");
                yield return new(step.OperatorToken.Span, "");
                break;
            case PrefixUnaryExpressionSyntax step when IsStep(step):
                yield return new(new(step.SpanStart, 0), IsStatement(step) ? $"{field}=" : $"({field}=");
                if (!IsStatement(step)) yield return new(new(step.Span.End, 0), ")");
                break;
        }
    }
}

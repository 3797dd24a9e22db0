using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearningKit.Notebooks.Hints;

/// <summary>What to do about a message of the compiler's, where the message itself does not tell a beginner.</summary>
static class CompilerHints
{
    const string Library = "Put it in a cell of its own that begins with #!library: there C# is as in a file.";

    /// <summary>The hint, as full sentences; null if the message needs none.</summary>
    /// <param name="error">The message.</param>
    /// <param name="compilation">The code that it is about.</param>
    public static string? For(Diagnostic error, Compilation compilation)
    {
        if (error.Location.SourceTree is not { } tree) return null;
        var place = new HintPlace(compilation.GetSemanticModel(tree), error.Location.SourceSpan);
        return error.Id switch
        {
            "CS0825" or "CS0246" or "CS0138" or "CS0234" when IsUsingVariable(place) =>
                "At the top level of a cell variables stay, so none can be disposed there. Write using (var x = …) { … }, or put braces { } around these lines.",
            "CS0103" or "CS0246" => MissingName.Hint(place),
            "CS1061" or "CS0117" => MissingMember.Hint(place),
            "CS1002" => "Every statement ends with a semicolon; only the last expression of a cell, whose value is shown, may go without.",
            "CS1026" or "CS1513" or "CS1003" => OpenBracket(place),
            "CS1010" => "The text is not closed: a \" is missing.",
            "CS1012" => "Text stands in double quotes: \"…\". Single quotes hold one character.",
            "CS8345" => "At the top level of a cell variables stay, and a span cannot. Put braces { } around these lines, or put them in a method.",
            "CS1109" => $"Extension methods cannot be declared in such a cell. {Library}",
            "CS7021" => $"Cells have no namespaces. {Library}",
            "CS9283" => $"Extensions cannot be declared in such a cell. {Library}",
            "CS0120" when place.Symbol?.ContainingType?.IsScriptClass == true =>
                $"Types do not see the variables and functions of cells. Hand {place.Symbol.Name} over as a parameter, or make it a static member of a type.",
            "CS0102" when error.GetMessage().Contains("'Script'", StringComparison.Ordinal) =>
                "A cell declares a name once. To change a variable, leave out its type: x = 2;",
            "CS1996" => "Await before the lock or behind it. To hold others off across an await, use a SemaphoreSlim: await gate.WaitAsync(); … gate.Release();",
            "CS4034" when IsBodyOfParallelLoop(place) =>
                "Parallel.For and Parallel.ForEach do not wait for what their bodies await. Use await Parallel.ForAsync or Parallel.ForEachAsync.",
            "CS0029" or "CS0266" => Conversion(place),
            "CS1501" => Overloads(place),
            "CS9176" => "Say the type in place of var, for example int[] numbers = [1, 2, 3];",
            _ => null,
        };
    }

    static bool IsUsingVariable(HintPlace place) =>
        place.Node.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { SemicolonToken.IsMissing: true } directive
        && directive.GetLastToken(includeZeroWidth: true).GetNextToken() is var name && name.IsKind(SyntaxKind.IdentifierToken)
        && name.GetNextToken().IsKind(SyntaxKind.EqualsToken);

    static string? OpenBracket(HintPlace place)
    {
        var missing = place.Root.DescendantTokens().FirstOrDefault(token =>
            token.IsMissing && token.Kind() is SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken);
        var open = missing.Parent?.ChildTokens()
            .LastOrDefault(token => !token.IsMissing && token.Kind() is SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken) ?? default;
        return open == default ? null : $"The {open.Text} in line {open.GetLocation().GetMappedLineSpan().StartLinePosition.Line + 1} is not closed.";
    }

    static bool IsBodyOfParallelLoop(HintPlace place) => place.Node.Ancestors().OfType<InvocationExpressionSyntax>()
        .Any(call => place.Model.GetSymbolInfo(call.Expression) is var info
            && (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is IMethodSymbol { ContainingType.Name: "Parallel", Name: "For" or "ForEach" });

    static string? Conversion(HintPlace place)
    {
        if (place.Node is not ExpressionSyntax expression) return null;
        if (expression is AssignmentExpressionSyntax { Parent: IfStatementSyntax or WhileStatementSyntax }) return "= assigns a value; == compares.";
        var info = place.Model.GetTypeInfo(expression);
        if (info.Type is not { } from || info.ConvertedType is not { } to) return null;
        if (SymbolEqualityComparer.Default.Equals(HintPlace.Awaited(from), to)) return "A task is not yet its value. Wait for it: await " + expression;
        return (from.SpecialType, to.SpecialType) switch
        {
            (SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal, SpecialType.System_Int32 or SpecialType.System_Int64) =>
                $"Cut off what stands behind the point, ({to.ToDisplayString()})({expression}), or keep it in a {from.ToDisplayString()}.",
            (SpecialType.System_String, SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double) =>
                $"Text becomes a number by {to.ToDisplayString()}.Parse({expression}).",
            (not SpecialType.System_String, SpecialType.System_String) => "Any value becomes text by .ToString(), or within a text: $\"{…}\".",
            _ => null,
        };
    }

    static string? Overloads(HintPlace place)
    {
        const int shown = 3;
        var methods = place.Model.GetMemberGroup(place.Name ?? place.Node).OfType<IMethodSymbol>().ToList();
        if (methods.Count == 0) return null;
        var texts = methods.Take(shown).Select(method => $"{method.Name}({string.Join(", ", method.Parameters.Select(parameter => parameter.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)))})");
        return $"There is {string.Join(", ", texts)}{(methods.Count > shown ? $" and {methods.Count - shown} more" : "")}.";
    }
}

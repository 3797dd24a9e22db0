using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearningKit.Notebooks.Completion;

/// <summary>Where the cursor stands in C# code: what was typed of a name, and what stands before it.</summary>
sealed class SourcePlace
{
    const string Placeholder = "name__";

    /// <summary>Looks at a place.</summary>
    /// <param name="model">The code, as <see cref="Fill"/> returned it.</param>
    /// <param name="position">The cursor.</param>
    public SourcePlace(SemanticModel model, int position)
    {
        (Model, Position) = (model, position);
        Root = model.SyntaxTree.GetRoot();
        var text = model.SyntaxTree.GetText();
        (Start, End) = (position, position);
        while (Start > 0 && SyntaxFacts.IsIdentifierPartCharacter(text[Start - 1])) Start--;
        while (End < text.Length && SyntaxFacts.IsIdentifierPartCharacter(text[End])) End++;
        Typed = text.ToString(new(Start, position - Start));
        if (Typed.Length == 0 && text.ToString(new(Start, End - Start)) == Placeholder) End = Start;
        Before = TokenBefore(Start);
        var token = Root.FindToken(Start);
        if (token.SpanStart == Start) Name = token.Parent as IdentifierNameSyntax;
    }

    /// <summary>Puts a name at a cursor that stands at none: with it, the parser sees the lambda, the argument or the clause that is being written.</summary>
    public static string Fill(string code, int position) =>
        (position > 0 && SyntaxFacts.IsIdentifierPartCharacter(code[position - 1]))
        || (position < code.Length && SyntaxFacts.IsIdentifierPartCharacter(code[position]))
            ? code
            : code.Insert(position, Placeholder);

    /// <summary>The code.</summary>
    public SemanticModel Model { get; }

    /// <summary>The root of its tree.</summary>
    public SyntaxNode Root { get; }

    /// <summary>The cursor.</summary>
    public int Position { get; }

    /// <summary>Where the name at the cursor begins; the cursor, if there is none.</summary>
    public int Start { get; }

    /// <summary>Where the name at the cursor ends.</summary>
    public int End { get; }

    /// <summary>What stands of the name before the cursor.</summary>
    public string Typed { get; }

    /// <summary>The token before the name; a token without a kind at the beginning of the code.</summary>
    public SyntaxToken Before { get; }

    /// <summary>The name at the cursor as the parser sees it; null where it sees none.</summary>
    public IdentifierNameSyntax? Name { get; }

    /// <summary>The node that the token before belongs to.</summary>
    public SyntaxNode? Parent => Before.Parent;

    /// <summary>False inside comments, texts, numbers and directives, where no name can stand.</summary>
    public bool IsCode
    {
        get
        {
            if (Position == 0) return true;
            var trivia = Root.FindTrivia(Position - 1);
            if (trivia.IsDirective || trivia.IsKind(SyntaxKind.DisabledTextTrivia)) return false;
            if (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)) return false;
            if (trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)) return Position == trivia.Span.End && trivia.ToString().EndsWith("*/", StringComparison.Ordinal);
            if (Typed.Length > 0 && char.IsDigit(Typed[0])) return false;
            if (Before.IsKind(SyntaxKind.CloseBraceToken) && Parent is InterpolationSyntax && Before.Span.End == Start) return false;
            return !IsInsideText(Root.FindToken(Position - 1, findInsideTrivia: true));
        }
    }

    /// <summary>The part before the cursor of a text that looks like a path; null elsewhere.</summary>
    public string? PathBefore
    {
        get
        {
            if (Position == 0) return null;
            var token = Root.FindToken(Position - 1);
            if (!token.IsKind(SyntaxKind.StringLiteralToken) || !IsInsideText(token)) return null;
            var text = token.Text[..(Position - token.SpanStart)].TrimStart('@', '"');
            return text.Contains('/') && !text.Contains("//") && !text.Contains('\\') ? text : null;
        }
    }

    bool IsInsideText(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken =>
            token.SpanStart < Position && (Position < token.Span.End || (Position == token.Span.End && IsUnterminated(token))),
        SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken
            or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken =>
            token.SpanStart < Position,
        _ => false,
    };

    // Where only an operator can follow: 'words is' looks like the variable 'is' of a type 'words'.
    bool IsBehindValue =>
        Parent is IdentifierNameSyntax { Parent: VariableDeclarationSyntax declaration } name && declaration.Type == name
        && Model.GetTypeInfo(name).Type is null or IErrorTypeSymbol
        && Model.GetSpeculativeTypeInfo(name.SpanStart, SyntaxFactory.ParseExpression(name.ToString()), SpeculativeBindingOption.BindAsExpression).Type
            is not (null or IErrorTypeSymbol);

    static bool IsUnterminated(SyntaxToken token) => token.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>The innermost node of a kind around the token before the name.</summary>
    public T? Around<T>() where T : SyntaxNode => Parent?.AncestorsAndSelf().OfType<T>().FirstOrDefault();

    SyntaxToken TokenBefore(int place)
    {
        if (place == 0) return default;
        var token = Root.FindToken(place - 1, findInsideTrivia: true);
        while (token.SpanStart >= place || (token.Span.IsEmpty && !token.IsKind(SyntaxKind.None)))
        {
            var previous = token.GetPreviousToken(includeSkipped: true);
            if (previous == token) break;
            token = previous;
        }
        return token;
    }

    /// <summary>True where a name is being invented: of a variable, a parameter, a method, a type, a loop's variable.</summary>
    public bool IsNewName
    {
        get
        {
            var token = Root.FindToken(Start);
            return token.SpanStart == Start && token.IsKind(SyntaxKind.IdentifierToken) && token.Parent switch
            {
                VariableDeclaratorSyntax declarator => declarator.Identifier == token && !IsBehindValue,
                ParameterSyntax parameter => parameter.Identifier == token && parameter.Type is not null,
                BaseTypeDeclarationSyntax type => type.Identifier == token,
                MethodDeclarationSyntax method => method.Identifier == token,
                PropertyDeclarationSyntax property => property.Identifier == token,
                LocalFunctionStatementSyntax function => function.Identifier == token,
                ForEachStatementSyntax loop => loop.Identifier == token,
                SingleVariableDesignationSyntax => true,
                CatchDeclarationSyntax or TypeParameterSyntax or FromClauseSyntax or LetClauseSyntax or TupleElementSyntax
                    or EnumMemberDeclarationSyntax or DelegateDeclarationSyntax or LabeledStatementSyntax => true,
                _ => false,
            };
        }
    }
}

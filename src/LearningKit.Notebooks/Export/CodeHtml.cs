using System.Text;
using LearningKit.Notebooks.Magics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LearningKit.Notebooks.Export;

/// <summary>Program text as HTML: C# coloured by what the compiler's parser says, other languages plain.</summary>
static class CodeHtml
{
    static readonly CSharpParseOptions syntax = SubmissionChain.ScriptSyntax;

    /// <summary>The text, escaped, with spans for what is coloured.</summary>
    /// <param name="source">The text; a notebook cell may change its language by magics.</param>
    /// <param name="language">The language at its start.</param>
    public static string Render(string source, string language)
    {
        var html = new StringBuilder();
        var part = new StringBuilder();
        var isCSharp = IsCSharp(language);
        foreach (var line in source.TrimEnd('\n').Split('\n'))
        {
            if (CellSplitter.MagicOf(line) is not { } magic)
            {
                part.Append(line).Append('\n');
                continue;
            }
            Close();
            html.Append($"<span class=\"d\">{SitePage.Escape(line)}</span>\n");
            if (magic.TakesBody) isCSharp = IsCSharp(magic.Name) || magic is LibraryMagic;
        }
        Close();
        return html.ToString().TrimEnd('\n');

        void Close()
        {
            html.Append(isCSharp ? Colour(part.ToString()) : SitePage.Escape(part.ToString()));
            part.Clear();
        }
    }

    static bool IsCSharp(string language) => new CSharpMagic().IsNamed(language);

    static string Colour(string source)
    {
        var html = new StringBuilder();
        foreach (var token in CSharpSyntaxTree.ParseText(source, syntax).GetRoot().DescendantTokens())
        {
            foreach (var trivia in token.LeadingTrivia) Append(html, trivia.ToFullString(), ClassOf(trivia));
            Append(html, token.Text, ClassOf(token));
            foreach (var trivia in token.TrailingTrivia) Append(html, trivia.ToFullString(), ClassOf(trivia));
        }
        return html.ToString();
    }

    static void Append(StringBuilder html, string text, string? style)
    {
        if (text.Length == 0) return;
        if (style is null) html.Append(SitePage.Escape(text));
        else html.Append($"<span class=\"{style}\">{SitePage.Escape(text)}</span>");
    }

    static string? ClassOf(SyntaxTrivia trivia) =>
        trivia.IsDirective ? "d"
        : trivia.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia or SyntaxKind.SkippedTokensTrivia ? null
        : "c";

    static string? ClassOf(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.NumericLiteralToken => "n",
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedStringEndToken
            or SyntaxKind.InterpolatedVerbatimStringStartToken or SyntaxKind.InterpolatedRawStringEndToken
            or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.Utf8StringLiteralToken => "s",
        _ when token.IsKeyword() || SyntaxFacts.IsContextualKeyword(token.Kind()) || token is { Text: "var" or "record" or "await" } => "k",
        _ => null,
    };
}

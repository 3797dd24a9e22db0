using System.Net;
using System.Text;

namespace LearningKit.Exercises;

/// <summary>
/// Something a lesson says to the learner: a verdict, a hint, a solution, a prediction. Notebooks show it as HTML
/// without scripts; terminals and logs as text.
/// </summary>
public abstract record Note
{
    /// <summary>The line at the top.</summary>
    public abstract string Heading { get; }

    /// <summary>What follows, a paragraph each.</summary>
    public abstract IReadOnlyList<string> Paragraphs { get; }

    /// <summary>C# to show below, or null.</summary>
    public virtual string? Code => null;

    /// <summary>The mood, which decides colour and mark.</summary>
    public abstract NoteKind Kind { get; }

    /// <summary>The note as a fragment of HTML: no scripts, no style sheet, readable on light and dark pages.</summary>
    public string ToHtml()
    {
        var (mark, colour) = Kind switch
        {
            NoteKind.Good => ("✔", "#009e73"),
            NoteKind.NotYet => ("○", "#d55e00"),
            _ => ("?", "#0072b2"),
        };
        var html = new StringBuilder();
        html.Append($"<div role=\"status\" style=\"border-left:4px solid {colour};padding:.3em .9em;margin:.4em 0\">");
        html.Append($"<p style=\"margin:.2em 0\"><strong><span style=\"color:{colour}\" aria-hidden=\"true\">{mark}</span> {Encode(Heading)}</strong></p>");
        foreach (var paragraph in Paragraphs) html.Append($"<p style=\"margin:.3em 0;white-space:pre-wrap\">{Encode(paragraph)}</p>");
        if (Code is not null) html.Append($"<pre style=\"margin:.4em 0;overflow-x:auto\"><code>{Encode(Code)}</code></pre>");
        return html.Append("</div>").ToString();

        // The encoder writes "é" and "×" as numbers, which nobody can read in a diff; only markup needs escaping.
        static string Encode(string text) => WebUtility.HtmlEncode(text).Replace("&#39;", "'", StringComparison.Ordinal);
    }

    /// <summary>The note as plain text.</summary>
    public string ToText() => string.Join(Environment.NewLine, Code is null ? [Heading, .. Paragraphs] : [Heading, .. Paragraphs, Code]);

    /// <summary>The note as plain text.</summary>
    public sealed override string ToString() => ToText();
}

using System.Text;
using System.Text.RegularExpressions;

namespace LearningKit.Notebooks.Export;

/// <summary>Terminal text as HTML: colours and bold stay, other escape sequences go, and a carriage return overwrites its line.</summary>
static partial class AnsiText
{
    /// <summary>The text, escaped.</summary>
    public static string ToHtml(string text)
    {
        text = string.Join('\n', text.Replace("\r\n", "\n").Split('\n').Select(Overwrite));
        var html = new StringBuilder();
        var (colour, bold, position) = (0, false, 0);
        foreach (Match match in Sequence().Matches(text))
        {
            Append(text[position..match.Index]);
            position = match.Index + match.Length;
            if (match.Groups["style"] is { Success: true } style) Apply(style.Value);
        }
        Append(text[position..]);
        return html.ToString();

        void Append(string piece)
        {
            if (piece.Length == 0) return;
            var classes = string.Join(' ', new[] { bold ? "ansi-bold" : "", colour > 0 ? $"ansi-{colour}" : "" }.Where(name => name.Length > 0));
            html.Append(classes.Length == 0 ? SitePage.Escape(piece) : $"<span class=\"{classes}\">{SitePage.Escape(piece)}</span>");
        }

        void Apply(string style)
        {
            foreach (var code in style.Split(';').Select(part => int.TryParse(part, out var number) ? number : 0))
                switch (code)
                {
                    case 0:
                        (colour, bold) = (0, false);
                        break;
                    case 1:
                        bold = true;
                        break;
                    case 22:
                        bold = false;
                        break;
                    case 39:
                        colour = 0;
                        break;
                    case >= 30 and <= 37:
                        colour = (code - 30) % 7;
                        break;
                    case >= 90 and <= 97:
                        colour = (code - 90) % 7;
                        break;
                }
        }
    }

    // Progress bars write their line again and again; only the last state is of interest.
    static string Overwrite(string line) => line.TrimEnd('\r') is var kept && kept.LastIndexOf('\r') is >= 0 and var last ? kept[(last + 1)..] : kept;

    [GeneratedRegex("\u001b(?:\\[(?<style>[0-9;]*)m|\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)|[@-Z\\\\-_])|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]")]
    private static partial Regex Sequence();
}

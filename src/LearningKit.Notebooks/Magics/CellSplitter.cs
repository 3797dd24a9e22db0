using System.Text;
using System.Text.RegularExpressions;

namespace LearningKit.Notebooks.Magics;

/// <summary>Splits a cell into the parts of its languages, at lines that begin with <c>#!</c>.</summary>
static partial class CellSplitter
{
    /// <summary>Splits a cell.</summary>
    /// <param name="source">The cell's text.</param>
    /// <param name="language">The language of lines before the first magic.</param>
    /// <exception cref="CellException">A magic is unknown; the message names what may have been meant.</exception>
    public static IReadOnlyList<CellSegment> Split(string source, string language)
    {
        var segments = new List<CellSegment>();
        var current = SegmentOf(MagicCatalog.Find(language), "", 1);
        var body = new StringBuilder();
        var lines = source.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            if (MagicLine().Match(lines[index]) is not { Success: true } match)
            {
                body.Append(lines[index]);
                if (index < lines.Length - 1) body.Append('\n');
                continue;
            }
            Close();
            var magic = MagicCatalog.Find(match.Groups[1].Value);
            var arguments = match.Groups[2].Value.Trim();
            if (magic.TakesBody) current = SegmentOf(magic, arguments, index + 2);
            else
            {
                segments.Add(new(magic.Name, arguments, "", current.Language, index + 2));
                current = current with { Arguments = "", FirstLine = index + 2 };
            }
        }
        Close();
        return segments;

        static CellSegment SegmentOf(Magic magic, string arguments, int firstLine) => new(magic.Name, arguments, "", magic.Name, firstLine);

        void Close()
        {
            var text = body.ToString();
            body.Clear();
            var needed = current.Arguments.Length > 0 || !string.IsNullOrWhiteSpace(text);
            if (!needed) return;
            ForeignMagics.Refuse(text, current.Language);
            segments.Add(current with { Body = text });
        }
    }

    /// <summary>The magic that a line calls; null for other lines.</summary>
    public static Magic? MagicOf(string line) =>
        MagicLine().Match(line) is { Success: true } match
            ? MagicCatalog.All.FirstOrDefault(magic => magic.IsNamed(match.Groups[1].Value))
            : null;

    [GeneratedRegex(@"^\s*#!([A-Za-z][\w\-]*)(?![\w/])(.*)$")]
    private static partial Regex MagicLine();
}

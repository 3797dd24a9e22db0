using System.Text.RegularExpressions;
using LearningKit.Notebooks.Magics;

namespace LearningKit.Notebooks.Completion;

/// <summary>A cell that is being written: which of its lines belong to which magic. Unlike a cell to execute, it may be wrong anywhere.</summary>
sealed partial class CellDraft
{
    static readonly Magic csharp = MagicCatalog.Find("csharp");

    readonly List<Line> lines = [];

    /// <summary>Reads a cell's text.</summary>
    public CellDraft(string code)
    {
        Code = code;
        var language = csharp;
        for (var start = 0; start <= code.Length;)
        {
            var end = code.IndexOf('\n', start);
            if (end < 0) end = code.Length;
            var match = MagicStart().Match(code, start, end - start);
            if (match.Success && CellSplitter.MagicOf(match.Value) is { TakesBody: true } magic) language = magic;
            lines.Add(new(start, end, language, match.Success ? match : null));
            start = end + 1;
        }
    }

    /// <summary>The cell's text.</summary>
    public string Code { get; }

    /// <summary>The language of the last line.</summary>
    public Magic Last => lines[^1].Language;

    /// <summary>True for C#, in a cell or in a library.</summary>
    public static bool IsCSharp(Magic magic) => magic is CSharpMagic or LibraryMagic;

    /// <summary>The line in which a position lies.</summary>
    public Line LineAt(int position) => lines.First(line => position <= line.End);

    /// <summary>
    /// The cell's text with blanks in place of what belongs to other magics: all places stay where they are. C# parts on
    /// both sides of a Python part see each other, as they do when they run.
    /// </summary>
    public string Only(Magic magic)
    {
        var text = Code.ToCharArray();
        foreach (var line in lines.Where(line => line.Language != magic || line.Call is not null))
            text.AsSpan(line.Start..line.End).Fill(' ');
        return new(text);
    }

    /// <summary>The magics that lines name, in their order; null for a name that is none.</summary>
    public IEnumerable<(string Name, Magic? Magic)> Calls =>
        from line in lines
        let call = line.Call
        where call is not null
        select (call.Groups["name"].Value, CellSplitter.MagicOf(call.Value));

    /// <summary>A line of the cell.</summary>
    /// <param name="Start">Where it begins.</param>
    /// <param name="End">Where it ends, without the line feed.</param>
    /// <param name="Language">The magic that it belongs to.</param>
    /// <param name="Call">The parts of a line that begins with <c>#!</c>; null for others.</param>
    public sealed record Line(int Start, int End, Magic Language, Match? Call);

    [GeneratedRegex(@"\G\s*#!(?<name>[A-Za-z][\w\-]*)?(?![\w/])(?<arguments>.*)")]
    private static partial Regex MagicStart();
}

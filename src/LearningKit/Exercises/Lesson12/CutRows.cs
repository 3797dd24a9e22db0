namespace LearningKit.Exercises;

/// <summary>The learner cuts a CSV text into parts without cutting a row, though quoted fields hold line ends.</summary>
public sealed class CutRows() : Exercise<Func<string, int, IReadOnlyList<string>>>(
    id: "12-cut-rows",
    title: "Cut between rows",
    task: "Write CutRows(text, parts): at most so many pieces of about equal length, which together are the text, none of which begins or ends inside a row.",
    "A line end inside quotes is no end of a row. How can you tell at a position whether it is inside quotes?",
    "Count the quotes from the beginning of the text: after an odd number you are inside a quoted field. A doubled quote counts twice, so it changes nothing.",
    "Go through the text once. Toggle inQuotes at each quote; at a line end outside of quotes, cut if the piece has reached text.Length / parts.")
{
    /// <inheritdoc/>
    protected override CheckResult Examine(Func<string, int, IReadOnlyList<string>> answer)
    {
        var random = new Random(3);
        var cuts = 0;
        for (var way = 0; way < 60; way++)
        {
            var rows = Rows(random, 1 + way);
            var text = string.Concat(rows);
            var parts = 1 + way % 7;
            var pieces = answer(text, parts);
            if (pieces is null) return NotYet("null came back.", "Return the list of pieces.");
            var asked = $"Of {rows.Count} rows in {parts} parts";
            if (string.Concat(pieces) != text)
                return NotYet($"{asked}: the pieces put together have {pieces.Sum(piece => piece.Length)} characters, the text has {text.Length}.", "Nothing may be lost, added or moved: a piece ends behind the line end of its last row.");
            if (pieces.Count > parts) return NotYet($"{asked}: {pieces.Count} pieces came back.", "There may be fewer pieces than parts, but not more.");
            if (pieces.Any(piece => piece.Length == 0)) return NotYet($"{asked}: a piece is empty.", "Leave out pieces without a row: fewer pieces are right where there are few rows.");
            if (FirstBadCut(pieces) is { } bad)
            {
                return bad.AtLineEnd
                    ? NotYet($"{asked}: a piece ends inside quotes, with …{Shown(bad.End)}", "That line end belongs to a quoted text. Whether you are inside quotes only the number of quotes since the beginning of the whole text tells.")
                    : NotYet($"{asked}: a piece ends in the middle of a row, with …{Shown(bad.End)}", "Cut behind a line end, not at any character.");
            }
            var longest = pieces.Max(piece => piece.Length);
            var fair = (text.Length + parts - 1) / parts + rows.Max(row => row.Length);
            if (longest > fair)
                return NotYet($"{asked}: the longest piece has {longest} of {text.Length} characters; {fair} would do.", "The pieces are to be about equally long: cut at the first end of a row behind each text.Length * i / parts.");
            cuts += pieces.Count - 1;
        }
        return Passed($"60 texts with quotes, commas and line ends in their fields: {cuts} cuts, all between rows, no piece longer than its share and one row.");
    }

    /// <summary>Rows with their line ends; about every third has a quoted field that spans lines.</summary>
    static List<string> Rows(Random random, int count) => [.. Enumerable.Range(0, count).Select(i => random.Next(6) switch
    {
        0 => $"{i},\"two\nlines\",x\n",
        1 => $"{i},\"he said \"\"no\"\",\n\n\nand left\",\"\"\n",
        2 => $"\"\n\",{i},\"a,b\"\n",
        _ => $"{i},plain,{random.Next(1000)}\n",
    })];

    /// <summary>The first cut that is not between rows: what is before it, and whether that is a line end, which must be inside quotes then.</summary>
    static (string End, bool AtLineEnd)? FirstBadCut(IReadOnlyList<string> pieces)
    {
        var inQuotes = false;
        foreach (var piece in pieces.SkipLast(1))
        {
            inQuotes ^= piece.Count(c => c == '"') % 2 == 1;
            var atLineEnd = piece.EndsWith('\n');
            if (inQuotes || !atLineEnd) return (piece[^Math.Min(12, piece.Length)..], atLineEnd);
        }
        return null;
    }

    static string Shown(string text) => text.ReplaceLineEndings("⏎");
}

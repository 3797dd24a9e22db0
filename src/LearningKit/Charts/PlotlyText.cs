namespace LearningKit.Charts;

/// <summary>Text inside a plotly.js figure, which reads a few HTML tags and entities in titles and labels.</summary>
static class PlotlyText
{
    /// <summary>Text that shows as it was written: "List&lt;int&gt;" does not become a tag.</summary>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>Breaks text at blanks into lines of at most <paramref name="width"/> characters where words allow it.</summary>
    public static IReadOnlyList<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= width) lines[^1] += " " + word;
            else lines.Add(word);
        }
        return lines;
    }
}

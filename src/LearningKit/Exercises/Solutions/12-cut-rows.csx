IReadOnlyList<string> CutRows(string text, int parts)
{
    var pieces = new List<string>();
    var (start, inQuotes) = (0, false);
    for (var i = 0; i < text.Length; i++)
    {
        if (text[i] == '"') inQuotes = !inQuotes;                      // counted from the beginning of the text
        var goal = (long)text.Length * (pieces.Count + 1) / parts;     // where this piece should end
        if (text[i] == '\n' && !inQuotes && i + 1 >= goal && i + 1 < text.Length)
        {
            pieces.Add(text[start..(i + 1)]);
            start = i + 1;
        }
    }
    pieces.Add(text[start..]);
    return pieces;
}

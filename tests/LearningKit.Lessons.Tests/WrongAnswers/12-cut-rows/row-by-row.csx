// expect: There may be fewer pieces than parts, but not more
IReadOnlyList<string> CutRows(string text, int parts)
{
    var pieces = new List<string>();
    var (start, inQuotes) = (0, false);
    for (var i = 0; i < text.Length; i++)
    {
        if (text[i] == '"') inQuotes = !inQuotes;
        if (text[i] != '\n' || inQuotes) continue;
        pieces.Add(text[start..(i + 1)]);
        start = i + 1;
    }
    return pieces;
}

// expect: That line end belongs to a quoted text
IReadOnlyList<string> CutRows(string text, int parts)
{
    var pieces = new List<string>();
    var start = 0;
    for (var i = 1; i < parts; i++)
    {
        var end = text.IndexOf('\n', Math.Max(start, text.Length * i / parts)) + 1;
        if (end <= start || end == text.Length) continue;
        pieces.Add(text[start..end]);
        start = end;
    }
    pieces.Add(text[start..]);
    return pieces;
}

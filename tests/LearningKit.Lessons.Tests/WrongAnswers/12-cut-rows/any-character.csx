// expect: Cut behind a line end, not at any character
IReadOnlyList<string> CutRows(string text, int parts) =>
    [.. Enumerable.Range(0, parts).Select(i => text[(text.Length * i / parts)..(text.Length * (i + 1) / parts)]).Where(piece => piece.Length > 0)];

// expect: Nothing may be lost, added or moved
IReadOnlyList<string> CutRows(string text, int parts)
{
    var lines = text.Split('\n');
    return [.. lines.Chunk((lines.Length + parts - 1) / parts).Select(chunk => string.Join('\n', chunk))];
}

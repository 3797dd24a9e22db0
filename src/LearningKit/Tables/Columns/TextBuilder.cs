namespace LearningKit.Tables;

/// <summary>Collects the texts of a column: numbers each different text once.</summary>
sealed class TextBuilder
{
    readonly string name;
    readonly List<string> words = [];
    readonly Dictionary<string, int> known = new(Utf8Equality.Instance);
    readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<byte>> knownAsBytes;
    int[] codes = [];
    int count;

    public TextBuilder(string name) => (this.name, knownAsBytes) = (name, known.GetAlternateLookup<ReadOnlySpan<byte>>());

    public void Add(string text)
    {
        if (!known.TryGetValue(text, out var code)) code = AddWord(text);
        AddCode(code);
    }

    /// <summary>Adds a text that is known. False, and nothing is added, when it comes for the first time.</summary>
    public bool TryAdd(ReadOnlySpan<byte> utf8)
    {
        if (!knownAsBytes.TryGetValue(utf8, out var code)) return false;
        AddCode(code);
        return true;
    }

    public void AddMissing() => AddCode(TextColumn.MissingCode);

    public TextColumn Build()
    {
        Array.Resize(ref codes, count);
        return new(name, codes, [.. words]);
    }

    int AddWord(string word)
    {
        known.Add(word, words.Count);
        words.Add(word);
        return words.Count - 1;
    }

    void AddCode(int code)
    {
        if (count == codes.Length) Array.Resize(ref codes, Math.Max(256, 2 * codes.Length));
        codes[count++] = code;
    }
}

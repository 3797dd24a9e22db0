using System.Collections;
using LearningKit.Workloads;

namespace LearningKit.Tables;

/// <summary>
/// A column of text. Each different text is kept once, as a word of a dictionary; a row holds the word's number. So a
/// million rows of a hundred cities take 4 MB, and grouping them compares whole numbers.
/// </summary>
/// <remarks>
/// Slices share the dictionary, which travels with each of them: where most texts are different, <see cref="Table.Compact"/>
/// before sending.
/// </remarks>
public sealed class TextColumn : Column, IReadOnlyList<string?>
{
    /// <summary>The code of a row that has no value.</summary>
    public const int MissingCode = -1;

    internal const ulong HashOfMissing = 0x6D697373696E6700;

    readonly string[] words;

    internal TextColumn(string name, ReadOnlyMemory<int> codes, string[] words) : base(name, default) => (RowCodes, this.words) = (codes, words);

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Text;

    /// <inheritdoc cref="Column.Count"/>
    public override int Count => RowCodes.Length;

    /// <summary>The words of the dictionary, each once. A slice may use only some of them.</summary>
    public IReadOnlyList<string> Words => words;

    /// <summary>For each row the number of its word in <see cref="Words"/>, or <see cref="MissingCode"/>.</summary>
    public ReadOnlyMemory<int> RowCodes { get; }

    /// <inheritdoc/>
    public override int MissingCount => RowCodes.Span.Count(MissingCode);

    /// <summary>The text of a row; null where it is missing.</summary>
    public string? this[int row]
    {
        get
        {
            if ((uint)row >= (uint)Count) ThrowNoRow(row, Count);
            return RowCodes.Span[row] is var code and >= 0 ? words[code] : null;
        }
    }

    /// <inheritdoc/>
    public override object? ValueAt(int row) => this[row];

    /// <inheritdoc/>
    public override bool IsMissing(int row) => RowCodes.Span[row] == MissingCode;

    /// <inheritdoc/>
    public override TextColumn Rename(string name) => new(name, RowCodes, words);

    /// <inheritdoc/>
    public override TextColumn Slice(int start, int count) => new(Name, RowCodes.Slice(start, count), words);

    /// <inheritdoc/>
    public IEnumerator<string?> GetEnumerator()
    {
        for (var row = 0; row < Count; row++) yield return this[row];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static TextColumn From(string name, IEnumerable<string?> values)
    {
        var builder = new TextBuilder(name);
        foreach (var value in values)
        {
            if (value is null) builder.AddMissing();
            else builder.Add(value);
        }
        return builder.Build();
    }

    internal override TextColumn Take(ReadOnlySpan<int> rows)
    {
        var taken = new int[rows.Length];
        var codes = RowCodes.Span;
        for (var i = 0; i < rows.Length; i++) taken[i] = rows[i] < 0 ? MissingCode : codes[rows[i]];
        return new(Name, taken, words);
    }

    internal override TextColumn Append(IReadOnlyList<Column> columns, int count)
    {
        var (codes, end) = (new int[count], 0);
        var (union, known) = (new List<string>(), new Dictionary<string, int>(StringComparer.Ordinal));
        string[]? lastWords = null;
        int[] numbers = [];
        foreach (var column in columns.Cast<TextColumn>())
        {
            if (column.words != lastWords)   // slices of one table share their dictionary
            {
                (lastWords, numbers) = (column.words, new int[column.words.Length]);
                for (var i = 0; i < numbers.Length; i++)
                {
                    if (!known.TryGetValue(lastWords[i], out numbers[i]))
                    {
                        known[lastWords[i]] = numbers[i] = union.Count;
                        union.Add(lastWords[i]);
                    }
                }
            }
            foreach (var code in column.RowCodes.Span) codes[end++] = code < 0 ? code : numbers[code];
        }
        return new(Name, codes, [.. union]);
    }

    internal override TextColumn Compact()
    {
        var codes = Codes(out var count);
        var used = new List<string>(count);
        var (numbers, compact) = (new int[count], new int[Count]);
        Array.Fill(numbers, MissingCode);
        var seen = new bool[count];
        for (var row = 0; row < codes.Length; row++)
        {
            if (!seen[codes[row]] && this[row] is { } word)
            {
                numbers[codes[row]] = used.Count;
                used.Add(word);
            }
            seen[codes[row]] = true;
            compact[row] = numbers[codes[row]];
        }
        return new(Name, compact, [.. used]);
    }

    internal override Comparison<int> Order(bool descending)
    {
        // Words are compared once, rows by the places of their words. Missing values have the last place in both directions.
        var places = new int[words.Length];
        int[] sorted = [.. Enumerable.Range(0, words.Length)];
        Array.Sort(sorted, (a, b) => descending ? string.CompareOrdinal(words[b], words[a]) : string.CompareOrdinal(words[a], words[b]));
        for (var place = 0; place < sorted.Length; place++) places[sorted[place]] = place;
        return (a, b) => Place(a).CompareTo(Place(b));

        int Place(int row) => RowCodes.Span[row] is var code and >= 0 ? places[code] : int.MaxValue;
    }

    internal override int[] Codes(out int count)
    {
        var (codes, numbers) = (new int[Count], new int[words.Length + 1]);   // the last is that of missing values
        Array.Fill(numbers, -1);
        count = 0;
        var rows = RowCodes.Span;
        for (var row = 0; row < rows.Length; row++)
        {
            ref var number = ref numbers[rows[row] < 0 ? words.Length : rows[row]];
            if (number < 0) number = count++;
            codes[row] = number;
        }
        return codes;
    }

    internal override void MixHashes(Span<ulong> hashes)
    {
        var ofWords = Array.ConvertAll(words, Hash);
        var codes = RowCodes.Span;
        for (var row = 0; row < codes.Length; row++)
            hashes[row] = SplitMix64.Mix(hashes[row] ^ (codes[row] < 0 ? HashOfMissing : ofWords[codes[row]]));
    }

    internal override bool HasValuesOf(Column other)
    {
        if (other is not TextColumn same || same.Count != Count) return false;
        for (var row = 0; row < Count; row++)
            if (this[row] != same[row]) return false;
        return true;
    }

    // .NET's own hash of a string is another in each process.
    static ulong Hash(string word)
    {
        var hash = (ulong)word.Length;
        foreach (var c in word) hash = SplitMix64.At(hash, c);
        return hash;
    }
}

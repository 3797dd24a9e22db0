using System.Text;
using CsvHelper;

namespace LearningKit.Tables.Csv;

/// <summary>The spellings of a missing value, asked for each field.</summary>
sealed class MissingWords(IReadOnlyList<string> spellings)
{
    readonly byte[][] words = [.. spellings.Select(Encoding.UTF8.GetBytes)];
    readonly int longest = spellings.Count == 0 ? -1 : spellings.Max(Encoding.UTF8.GetByteCount);

    public bool Contains(ReadOnlySpan<byte> field)
    {
        if (field.Length > longest) return false;
        foreach (var word in words)
            if (field.SequenceEqual(word)) return true;
        return false;
    }

    /// <summary>True when the field was quoted: then it is text, whatever it says.</summary>
    public static bool IsQuoted(CsvReader csv, int field) => csv.Options.Mode == CsvMode.Rfc4180 && csv.GetRawSpan(field) is [(byte)'"', ..];
}

using CsvHelper;

namespace LearningKit.Tables.Csv;

/// <summary>Says what is wrong in a file, and on which line. Lines are counted here, since faults are rare.</summary>
static class Fault
{
    const int LongestValue = 60;

    public static BrokenCsvException Length(CsvPart part, long row, int found) => new(part.Source.Name, Line(part, row), null, null,
        $"the row has {found} field{(found == 1 ? "" : "s")} instead of {part.Fields}. Is a separator missing, or a text with a separator in it not quoted?");

    public static BrokenCsvException Value(CsvPart part, long row, CsvColumn column, string value, ReadOnlySpan<byte> bytes)
    {
        if (!System.Text.Unicode.Utf8.IsValid(bytes)) return Encoding(part, Line(part, row), column.Name);
        var reason = column.InferredFrom > 0
            ? $"is not {column.Type.Noun()}, as the first {column.InferredFrom:N0} rows made expect. Give its type: new CsvFormat {{ Types = new Dictionary<string, ColumnType> {{ [\"{column.Name}\"] = ColumnType.{Fitting(column, value)} }} }}, let all rows decide: SampleRows = null,"
            : $"is not {column.Type.Noun()}. Give the column another type,";
        return new(part.Source.Name, Line(part, row), column.Name, value, $"{Shown(value)} {reason} or add what stands for a missing value to Missing.");
    }

    public static BrokenCsvException Quotes(CsvPart part, CsvFormatException e)
    {
        // The record number counts the header, and rows are counted without it.
        var row = Math.Max(1, e.RecordNumber - (part.Format.HasHeader && part.Source.Start == 0 ? 1 : 0));
        return new(part.Source.Name, Line(part, row), null, null,
            $"quotes are wrong in this row, or in one before it ({e.Message.TrimEnd('.')}). A field with quotes is quoted as a whole, and quotes in it are doubled: \"6\"\" pipe\". Where quotes are ordinary characters, say new CsvFormat {{ Quotes = false }}.", e);
    }

    public static BrokenCsvException Encoding(CsvPart part, long line, string? column) => new(part.Source.Name, line, column, null,
        "the text is not in UTF-8. Give its encoding: new CsvFormat { Encoding = \"windows-1252\" }, or \"latin1\".");

    /// <summary>The type that a surprising value has, together with those before it.</summary>
    static ColumnType Fitting(CsvColumn column, string value) =>
        column.Type == ColumnType.Whole && ValueText.TryNumber(System.Text.Encoding.UTF8.GetBytes(value), false, out _) ? ColumnType.Number : ColumnType.Text;

    /// <summary>The line on which a row begins, as an editor shows it.</summary>
    static long Line(CsvPart part, long row)
    {
        var before = 0L;
        var buffer = new byte[1 << 16];
        using (var stream = (part.Source with { Start = 0, End = part.Source.Start }).Stream())
            for (int read; (read = stream.Read(buffer)) > 0;) before += buffer.AsSpan(0, read).Count((byte)'\n');
        using var csv = part.Source.Open(part.Format, countLines: true);
        try
        {
            while (csv.Read())
                if (csv.RowNumber == row) return before + csv.LineNumber;
        }
        catch (CsvFormatException e)
        {
            return before + e.LineNumber;
        }
        return before + csv.LineNumber;
    }

    static string Shown(string value)
    {
        var text = string.Concat(value.Take(LongestValue).Select(c => char.IsControl(c) ? '\uFFFD' : c));
        return value.Length > LongestValue ? $"'{text}…'" : $"'{text}'";
    }
}

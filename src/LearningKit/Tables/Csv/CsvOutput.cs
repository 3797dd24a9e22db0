using System.Text;
using CsvHelper;
using LearningKit.Data;

namespace LearningKit.Tables.Csv;

/// <summary>Writes tables as CSV: what is read again with the same types is the same table.</summary>
static class CsvOutput
{
    public static void Write(Table table, string path, CsvFormat format)
    {
        using var file = new AtomicFile(path);
        Write(table, file.Stream, format);
        file.Commit();
    }

    public static string ToText(Table table, CsvFormat format)
    {
        using var stream = new MemoryStream();
        Write(table, stream, format);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    static void Write(Table table, Stream stream, CsvFormat format)
    {
        using var csv = CsvWriter.Create(stream, new CsvWriterOptions { Separator = format.Separator ?? ',', NewLine = "\n" }, leaveOpen: true);
        if (table.Columns.Count == 0) return;
        if (format.HasHeader) csv.WriteHeader([.. table.ColumnNames]);
        // Alone in its row, an empty field would look like an empty line or like an empty text.
        var missing = table.Columns.Count > 1 && format.Missing.Contains("") ? "" : format.Missing.FirstOrDefault(word => word.Length > 0) ?? "";
        var writers = table.Columns.Select(column => Writer(column, csv, missing, format)).ToArray();
        for (var row = 0; row < table.RowCount; row++)
        {
            foreach (var write in writers) write(row);
            csv.EndRecord();
        }
    }

    static Action<int> Writer(Column column, CsvWriter csv, string missing, CsvFormat format)
    {
        Action<int> write = column switch
        {
            Column<long> whole => row => csv.WriteField(whole.Values.Span[row]),
            Column<double> numbers => row => csv.WriteField(ValueText.Of(numbers.Values.Span[row], format.DecimalComma)),
            Column<bool> truth => row => csv.WriteField(truth.Values.Span[row] ? "true" : "false"),
            Column<DateTime> times => row => csv.WriteField(ValueText.Of(times.Values.Span[row])),
            TextColumn texts => Texts(texts, csv, format),
            _ => throw new NotSupportedException($"Columns of {column.Type} cannot be written."),
        };
        return row =>
        {
            if (column.IsMissing(row)) csv.WriteField(missing);
            else write(row);
        };
    }

    /// <summary>Quotes a text that would be taken for a missing value.</summary>
    static Action<int> Texts(TextColumn column, CsvWriter csv, CsvFormat format)
    {
        var quoting = column.Words.Select(word => format.Missing.Contains(word) ? CsvQuoting.Always : CsvQuoting.WhenNeeded).ToArray();
        return row => csv.WriteField(column[row], quoting[column.RowCodes.Span[row]]);
    }
}

using CsvHelper;

namespace LearningKit.Tables.Csv;

/// <summary>
/// Finds out names, types and separator of a file. A column is of the first type that fits all values of the sample: whole
/// numbers, numbers, true and false, dates and times, text. Missing values fit everything; a column of nothing else is text.
/// </summary>
static class Schema
{
    public static (IReadOnlyList<CsvColumn> Columns, int Fields, char Separator) Infer(CsvSource source, CsvFormat format)
    {
        using var csv = source.Open(format);
        var empty = new CsvPart(source, format, [], 0);
        try
        {
            csv.ReadHeader();
            var more = csv.Read();
            var names = Names(csv, format, source, more);
            var guesses = names.Select(_ => new Guess()).ToArray();
            var missing = new MissingWords(format.Missing);
            var rows = 0;
            for (; more && rows < (format.SampleRows ?? int.MaxValue); rows++, more = csv.Read())
            {
                if (csv.FieldCount != names.Length) throw Fault.Length(new(source, format, [], names.Length), csv.RowNumber, csv.FieldCount);
                for (var field = 0; field < guesses.Length; field++) guesses[field].See(csv.GetSpan(field), missing, format.DecimalComma);
            }

            foreach (var name in format.Types.Keys) Require(name);
            var columns = (format.Columns ?? names).Select(name =>
            {
                var field = Require(name);
                return format.Types.TryGetValue(name, out var type) ? new CsvColumn(name, field, type, 0) : new(name, field, guesses[field].Type, rows);
            });
            return ([.. columns], names.Length, csv.Separator);

            int Require(string name) => Array.IndexOf(names, name) is var field and >= 0
                ? field
                : throw new ArgumentException($"{source.Name} has no column '{name}'. There are: {string.Join(", ", names.Select(other => $"'{other}'"))}.", nameof(format));
        }
        catch (CsvFormatException e)
        {
            throw Fault.Quotes(empty, e);
        }
    }

    static string[] Names(CsvReader csv, CsvFormat format, CsvSource source, bool hasRow)
    {
        var found = format.HasHeader ? csv.Headers.ToArray() : [.. Enumerable.Range(1, hasRow ? csv.FieldCount : 0).Select(number => $"column{number}")];
        if (found.Any(name => !IsText(name))) throw Fault.Encoding(new(source, format, [], 0), 1, null);
        if (format.Names is { } names)
        {
            if (found.Length > 0 && names.Count != found.Length)
                throw new ArgumentException($"Names gives {names.Count} names, but {source.Name} has {found.Length} columns.", nameof(format));
            found = [.. names];
        }
        if (found.Length == 0) throw new BrokenCsvException(source.Name, 0, null, null, "it is empty, so there are no columns. Give their names: new CsvFormat { HasHeader = false, Names = [...] }.");
        for (var i = 0; i < found.Length; i++)
            if (found[i].Length == 0) found[i] = $"column{i + 1}";   // as pandas writes the heading of its row numbers
        if (found.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new BrokenCsvException(source.Name, 1, twice.Key, null, "two columns have this name. Give names of your own: new CsvFormat { Names = [...] }, or, if there is no header, HasHeader = false.");
        return found;
    }

    /// <summary>False when bytes that are no UTF-8 were replaced.</summary>
    static bool IsText(string name) => !name.Contains('\uFFFD');

    /// <summary>Which types a column's values still allow.</summary>
    sealed class Guess
    {
        bool any;
        bool whole = true;
        bool number = true;
        bool boolean = true;
        bool time = true;

        public ColumnType Type =>
            !any ? ColumnType.Text
            : whole ? ColumnType.Whole
            : number ? ColumnType.Number
            : boolean ? ColumnType.Boolean
            : time ? ColumnType.Time
            : ColumnType.Text;

        public void See(ReadOnlySpan<byte> text, MissingWords missing, bool decimalComma)
        {
            if (missing.Contains(text)) return;
            any = true;
            whole = whole && ValueText.TryWhole(text, out _) && !ValueText.IsCode(text);
            // Digits that are too many for a whole number are no number either: a double would cut some off.
            number = number && ValueText.TryNumber(text, decimalComma, out _) && !ValueText.IsCode(text) && (!ValueText.IsDigits(text) || ValueText.TryWhole(text, out _));
            boolean = boolean && ValueText.TryBoolean(text, out _);
            time = time && ValueText.TryTime(text, out _);
        }
    }
}

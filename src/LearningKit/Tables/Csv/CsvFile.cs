using System.Text;

namespace LearningKit.Tables.Csv;

/// <summary>A CSV file whose columns and types are known: ready to be read as a whole, or in parts side by side.</summary>
/// <example>
/// <code>
/// CsvFile file = CsvFile.Open("weather.csv");
/// Table whole = file.Read();
/// Table same = Table.Concat(file.Split(8).AsParallel().AsOrdered().Select(part =&gt; part.Read()));
/// </code>
/// </example>
public sealed class CsvFile
{
    readonly CsvPart whole;

    CsvFile(CsvPart whole) => this.whole = whole;

    /// <summary>The columns that will be read, with their types.</summary>
    public IReadOnlyList<CsvColumn> Columns => whole.Columns;

    /// <summary>Looks at the header and at the first rows, and settles names, separator and types.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">How it is written; null for the defaults.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="BrokenCsvException">It is empty, its header is none, or a row of the sample is broken.</exception>
    /// <exception cref="ArgumentException">The format names columns that are not there, or makes no sense.</exception>
    public static CsvFile Open(string path, CsvFormat? format = null)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no file '{path}'. Relative names begin at '{Environment.CurrentDirectory}'.", path);
        return Settle(new(path, null, 0, new FileInfo(path).Length), format ?? new());
    }

    /// <summary>Reads the table.</summary>
    /// <exception cref="BrokenCsvException">A row is too short or too long, a value does not fit, or quotes are wrong.</exception>
    /// <remarks>Cost: see the README of Tables; a few million rows a second for each core.</remarks>
    public Table Read() => whole.Read();

    /// <summary>
    /// The file in at most so many parts of about equal size, which can be read at the same time, also by other processes that
    /// see the file. They are cut at ends of rows, never inside quotes: the tables of all parts, put together in order, are the table of the file.
    /// </summary>
    /// <param name="parts">How many parts at most. There may be fewer: a row is never cut, and a file in UTF-16 is one part.</param>
    /// <remarks>
    /// Whether a line end is inside quotes only the number of quotes before it tells, from the first byte on. So they are
    /// counted first, side by side, at the speed of memory: a few per cent of the time that reading takes.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">There are to be fewer than one part.</exception>
    public IReadOnlyList<CsvPart> Split(int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        if (parts == 1 || !CsvSource.IsCuttable(whole.Source, whole.Format)) return [whole];
        var cuts = RowCuts.Find(whole.Source, parts, whole.Format.Quotes);
        return [.. cuts.Zip(cuts.Skip(1), (start, end) => whole with { Source = whole.Source with { Start = start, End = end } })];
    }

    internal static CsvFile OfText(string text, CsvFormat? format)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Settle(new("the text", bytes, 0, bytes.Length), (format ?? new()) with { Encoding = null });
    }

    static CsvFile Settle(CsvSource source, CsvFormat format)
    {
        var (columns, fields, separator) = Schema.Infer(source, format);
        return new(new(source, format with { Separator = separator }, columns, fields));
    }
}

using LearningKit.Charts.Formatting;
using LearningKit.Tables.Csv;

namespace LearningKit.Tables;

/// <summary>
/// A table: named columns of equal length. It never changes; each operation gives a new table that shares what it can, so
/// any number of threads may work on the same one.
/// </summary>
/// <example>
/// <code>
/// Table readings = Table.ReadCsv("weather.csv");
/// Table means = readings
///     .Where(row =&gt; row.Number("temperature") &gt; -50)
///     .GroupBy("station")
///     .Aggregate(Agg.Mean("temperature"), Agg.Count());
/// Table[] parts = readings.Split(4);                     // windows: nothing is copied
/// </code>
/// </example>
/// <remarks>
/// It is made of arrays and strings alone, so it goes to other processes as raw bytes. Operations have the names that
/// pandas, Polars and dplyr share. See the README of this folder for rules and costs.
/// </remarks>
[TypeFormatterSource(typeof(TableFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed partial class Table : IEquatable<Table>
{
    readonly Column[] columns;

    /// <summary>Makes a table of columns.</summary>
    /// <exception cref="ArgumentException">Columns differ in length, or two have the same name.</exception>
    public Table(params IEnumerable<Column> columns)
    {
        this.columns = [.. columns];
        foreach (var column in this.columns)
        {
            if (column.Count != this.columns[0].Count)
                throw new ArgumentException($"Column '{this.columns[0].Name}' has {this.columns[0].Count:N0} rows, column '{column.Name}' has {column.Count:N0}. All columns of a table are equally long.", nameof(columns));
            if (this.columns.Count(other => other.Name == column.Name) > 1)
                throw new ArgumentException($"Two columns are named '{column.Name}'. Give one another name with Rename.", nameof(columns));
        }
    }

    /// <summary>The columns, from left to right.</summary>
    public IReadOnlyList<Column> Columns => columns;

    /// <summary>The names of the columns, from left to right.</summary>
    public IReadOnlyList<string> ColumnNames => Array.ConvertAll(columns, column => column.Name);

    /// <summary>The type of each column, which <see cref="CsvFormat.Types"/> takes as well.</summary>
    public IReadOnlyDictionary<string, ColumnType> Types => columns.ToDictionary(column => column.Name, column => column.Type);

    /// <summary>How many rows there are.</summary>
    public int RowCount => columns.Length == 0 ? 0 : columns[0].Count;

    /// <summary>The column of this name.</summary>
    /// <exception cref="ArgumentException">There is none; names those that there are.</exception>
    public Column this[string name] => Find(name) ?? throw new ArgumentException(
        columns.Length == 0 ? $"There is no column '{name}': the table has none." : $"There is no column '{name}'. There are: {string.Join(", ", columns.Select(column => $"'{column.Name}'"))}.", nameof(name));

    /// <summary>A row by its number, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public Row this[int row] => (uint)row < (uint)RowCount
        ? new(this, row)
        : throw new ArgumentOutOfRangeException(nameof(row), row, RowCount == 0 ? "The table has no rows." : $"Rows are numbered from 0 to {RowCount - 1}.");

    /// <summary>A column of whole numbers.</summary>
    /// <exception cref="ArgumentException">There is no such column, or it holds something else.</exception>
    public Column<long> Wholes(string name) => Typed<Column<long>>(name, ColumnType.Whole);

    /// <summary>A column of numbers.</summary>
    /// <inheritdoc cref="Wholes" path="/exception"/>
    public Column<double> Numbers(string name) => Typed<Column<double>>(name, ColumnType.Number);

    /// <summary>A column of text.</summary>
    /// <inheritdoc cref="Wholes" path="/exception"/>
    public TextColumn Texts(string name) => Typed<TextColumn>(name, ColumnType.Text);

    /// <summary>A column of true and false.</summary>
    /// <inheritdoc cref="Wholes" path="/exception"/>
    public Column<bool> Booleans(string name) => Typed<Column<bool>>(name, ColumnType.Boolean);

    /// <summary>A column of dates and times.</summary>
    /// <inheritdoc cref="Wholes" path="/exception"/>
    public Column<DateTime> Times(string name) => Typed<Column<DateTime>>(name, ColumnType.Time);

    /// <summary>Reads a CSV file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">How it is written; null for a header, a separator that is found out, and types that are inferred.</param>
    /// <inheritdoc cref="CsvFile.Open" path="/exception"/>
    /// <inheritdoc cref="CsvFile.Read" path="/exception"/>
    public static Table ReadCsv(string path, CsvFormat? format = null) => CsvFile.Open(path, format).Read();

    /// <summary>Reads a table from text in CSV.</summary>
    /// <param name="text">The text.</param>
    /// <param name="format">How it is written; null for a header, a separator that is found out, and types that are inferred.</param>
    /// <inheritdoc cref="ReadCsv" path="/exception"/>
    /// <example><code>Table.ParseCsv("city,temperature\nOslo,5.7\nDakar,24.0\n")</code></example>
    public static Table ParseCsv(string text, CsvFormat? format = null) => CsvFile.OfText(text, format).Read();

    /// <summary>Writes a CSV file, which appears when it is whole.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="format">Separator, header, decimal comma; null for the defaults.</param>
    /// <exception cref="IOException">It cannot be written there.</exception>
    public void WriteCsv(string path, CsvFormat? format = null) => CsvOutput.Write(this, path, format ?? new());

    /// <summary>The table as text in CSV.</summary>
    /// <param name="format">Separator, header, decimal comma; null for the defaults.</param>
    public string ToCsv(CsvFormat? format = null) => CsvOutput.ToText(this, format ?? new());

    /// <summary>True when both have the same columns, of the same names and types, with the same values in the same order.</summary>
    public bool Equals(Table? other) =>
        other is not null && columns.Length == other.columns.Length
        && columns.Zip(other.columns).All(pair => pair.First.Name == pair.Second.Name && pair.First.HasValuesOf(pair.Second));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Table);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(RowCount, columns.Length, columns.Length == 0 ? 0 : columns[0].Name.GetHashCode(StringComparison.Ordinal));

    /// <summary>The first rows as aligned text, and how many more there are.</summary>
    public override string ToString() => TableText.ToText(this);

    internal Column? Find(string name)
    {
        foreach (var column in columns)
            if (column.Name == name) return column;
        return null;
    }

    T Typed<T>(string name, ColumnType wanted) where T : Column => this[name] as T
        ?? throw new ArgumentException($"Column '{name}' holds {this[name].Type} values, not {wanted}.", nameof(name));
}

using System.Diagnostics.CodeAnalysis;

namespace LearningKit.Tables;

/// <summary>
/// A named column of a table: values of one type, some of which may be missing. It never changes, so any number of threads may
/// read it, and parts of it share its memory.
/// </summary>
/// <remarks>
/// Its contents are arrays of plain values, so it goes to another process as raw bytes. A slice is a window on the same arrays
/// and travels with its own rows only.
/// </remarks>
public abstract class Column
{
    private protected Column(string name, ReadOnlyMemory<bool> missing)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        (Name, Missing) = (name, missing);
    }

    /// <summary>The column's name.</summary>
    public string Name { get; }

    /// <summary>What its values are.</summary>
    public abstract ColumnType Type { get; }

    /// <summary>How many rows there are, those without a value included.</summary>
    public abstract int Count { get; }

    /// <summary>Which rows have no value; empty when every row has one.</summary>
    public ReadOnlyMemory<bool> Missing { get; }

    /// <summary>How many rows have no value. Cost: a look at each row of the mask, none where nothing is missing.</summary>
    public virtual int MissingCount => Missing.Span.Count(true);

    /// <summary>The value of a row as an object; null where it is missing.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such row.</exception>
    public abstract object? ValueAt(int row);

    /// <summary>True where the row has no value.</summary>
    public virtual bool IsMissing(int row) => !Missing.IsEmpty && Missing.Span[row];

    /// <summary>Whole numbers.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="values">The values.</param>
    public static Column<long> Of(string name, IEnumerable<long> values) => Column<long>.From(name, values);

    /// <summary>Whole numbers, of which null is missing.</summary>
    /// <inheritdoc cref="Of(string, IEnumerable{long})" path="/param"/>
    public static Column<long> Of(string name, IEnumerable<long?> values) => Column<long>.From(name, values);

    /// <summary>Numbers.</summary>
    /// <inheritdoc cref="Of(string, IEnumerable{long})" path="/param"/>
    public static Column<double> Of(string name, IEnumerable<double> values) => Column<double>.From(name, values);

    /// <summary>Numbers, of which null is missing; not-a-number is a value.</summary>
    /// <inheritdoc cref="Of(string, IEnumerable{long})" path="/param"/>
    public static Column<double> Of(string name, IEnumerable<double?> values) => Column<double>.From(name, values);

    /// <summary>True and false.</summary>
    /// <inheritdoc cref="Of(string, IEnumerable{long})" path="/param"/>
    public static Column<bool> Of(string name, IEnumerable<bool> values) => Column<bool>.From(name, values);

    /// <summary>True and false, of which null is missing.</summary>
    /// <inheritdoc cref="Of(string, IEnumerable{long})" path="/param"/>
    public static Column<bool> Of(string name, IEnumerable<bool?> values) => Column<bool>.From(name, values);

    /// <summary>Dates and times.</summary>
    /// <inheritdoc cref="Of(string, IEnumerable{long})" path="/param"/>
    public static Column<DateTime> Of(string name, IEnumerable<DateTime> values) => Column<DateTime>.From(name, values);

    /// <summary>Dates and times, of which null is missing.</summary>
    /// <inheritdoc cref="Of(string, IEnumerable{long})" path="/param"/>
    public static Column<DateTime> Of(string name, IEnumerable<DateTime?> values) => Column<DateTime>.From(name, values);

    /// <summary>Text, of which null is missing; the empty text is a value.</summary>
    /// <inheritdoc cref="Of(string, IEnumerable{long})" path="/param"/>
    public static TextColumn Of(string name, IEnumerable<string?> values) => TextColumn.From(name, values);

    /// <summary>The same values under another name. Nothing is copied.</summary>
    public abstract Column Rename(string name);

    /// <summary>A window on <paramref name="count"/> rows from <paramref name="start"/>. Nothing is copied.</summary>
    public abstract Column Slice(int start, int count);

    /// <summary>The rows with these numbers in this order; -1 gives a missing value.</summary>
    internal abstract Column Take(ReadOnlySpan<int> rows);

    /// <summary>These columns below each other, under the name of the first. All have this column's type.</summary>
    internal abstract Column Append(IReadOnlyList<Column> columns, int count);

    /// <summary>The column with nothing that none of its rows needs.</summary>
    internal virtual Column Compact() => this;

    /// <summary>How rows compare: missing values come last, in both directions.</summary>
    internal abstract Comparison<int> Order(bool descending);

    /// <summary>
    /// A number for each row, the same for equal values: numbered from 0 in the order of first appearance; a missing value is a
    /// value of its own.
    /// </summary>
    internal abstract int[] Codes(out int count);

    /// <summary>64 bits for each row, the same for equal values in every process and on every machine.</summary>
    internal abstract void MixHashes(Span<ulong> hashes);

    /// <summary>True when both hold the same values in the same rows; names do not matter.</summary>
    internal abstract bool HasValuesOf(Column other);

    /// <summary>The mask of several columns below each other; empty when nothing is missing.</summary>
    private protected static bool[] AppendMissing(IReadOnlyList<Column> columns, int count)
    {
        if (columns.All(column => column.Missing.IsEmpty)) return [];
        var missing = new bool[count];
        var end = 0;
        foreach (var column in columns)
        {
            column.Missing.Span.CopyTo(missing.AsSpan(end));
            end += column.Count;
        }
        return missing;
    }

    [DoesNotReturn]
    private protected static void ThrowNoRow(int row, int count) =>
        throw new ArgumentOutOfRangeException(nameof(row), row, count == 0 ? "The column has no rows." : $"Rows are numbered from 0 to {count - 1}.");
}

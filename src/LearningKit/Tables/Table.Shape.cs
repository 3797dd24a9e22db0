using LearningKit.Workloads;

namespace LearningKit.Tables;

// Which rows and columns there are, and how a table is cut and put together.
public sealed partial class Table
{
    /// <summary>These columns only, in this order. Nothing is copied.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public Table Select(params IEnumerable<string> names) => new(names.Select(name => this[name]));

    /// <summary>All columns but these. Nothing is copied.</summary>
    /// <inheritdoc cref="Select" path="/exception"/>
    public Table Drop(params IReadOnlyCollection<string> names)
    {
        foreach (var name in names) _ = this[name];   // a name that is mistyped drops nothing
        return new(columns.Where(column => !names.Contains(column.Name)));
    }

    /// <summary>The same table with another name for a column. Nothing is copied.</summary>
    /// <exception cref="ArgumentException">There is no such column, or the new name is taken.</exception>
    public Table Rename(string name, string newName)
    {
        var renamed = this[name].Rename(newName);
        return new(columns.Select(column => column.Name == name ? renamed : column));
    }

    /// <summary>The same table with another column: in the place of that of its name, or to the right of all.</summary>
    /// <exception cref="ArgumentException">It is longer or shorter than the table.</exception>
    public Table With(Column column) => Find(column.Name) is null
        ? new([.. columns, column])
        : new(columns.Select(own => own.Name == column.Name ? column : own));

    /// <summary>The same table with a column that is computed from each row.</summary>
    /// <typeparam name="T">The result: a number, text, bool or date; with a question mark where some are missing (null).</typeparam>
    /// <param name="name">The column's name; one that is there is replaced.</param>
    /// <param name="value">Computes the value of a row.</param>
    /// <example><code>table.With("fahrenheit", row =&gt; 32 + 1.8 * row.Number("temperature"))</code></example>
    public Table With<T>(string name, Func<Row, T> value) =>
        With(RecordColumns.Column(name, Enumerable.Range(0, RowCount).Select(row => value(new(this, row)))));

    /// <summary>The rows that meet a condition, in their order. Cost: the condition for each row, then a copy of what is kept.</summary>
    /// <example><code>table.Where(row =&gt; row.Text("station") == "Oslo")</code></example>
    public Table Where(Func<Row, bool> condition)
    {
        var kept = new List<int>();
        for (var row = 0; row < RowCount; row++)
            if (condition(new(this, row))) kept.Add(row);
        return Take(kept.ToArray());
    }

    /// <summary>
    /// The rows sorted by columns, the first one first; equal rows keep their order. Missing values come last, text is ordered by
    /// code units, not-a-number is less than all numbers.
    /// </summary>
    /// <remarks>Cost: for each column about that of grouping by it, d log d comparisons for d different values; then a copy.</remarks>
    /// <inheritdoc cref="Select" path="/exception"/>
    public Table OrderBy(params IEnumerable<string> names) => Sorted(names, descending: false);

    /// <summary>As <see cref="OrderBy"/>, greatest first; missing values still come last, and equal rows keep their order.</summary>
    /// <inheritdoc cref="Select" path="/exception"/>
    public Table OrderByDescending(params IEnumerable<string> names) => Sorted(names, descending: true);

    /// <summary>The first rows; all if there are fewer. Nothing is copied.</summary>
    public Table Head(int count = 5) => Slice(0, Math.Min(NotNegative(count), RowCount));

    /// <summary>The last rows; all if there are fewer. Nothing is copied.</summary>
    public Table Tail(int count = 5) => Math.Min(NotNegative(count), RowCount) is var rows ? Slice(RowCount - rows, rows) : this;

    /// <summary>A window on some rows. Nothing is copied; sent to another process, it goes with its own rows only.</summary>
    /// <param name="start">The first row.</param>
    /// <param name="count">How many rows.</param>
    /// <exception cref="ArgumentOutOfRangeException">They are not all in the table.</exception>
    public Table Slice(int start, int count)
    {
        if (start < 0 || count < 0 || start > RowCount - count)
            throw new ArgumentOutOfRangeException(nameof(start), start, $"{count:N0} rows from row {start:N0} are not all in a table of {RowCount:N0} rows.");
        return new(columns.Select(column => column.Slice(start, count)));
    }

    /// <summary>
    /// The rows in consecutive parts whose sizes differ by at most one. Nothing is copied. <see cref="Concat"/> of the parts
    /// gives the table again.
    /// </summary>
    /// <param name="parts">How many parts at most; a part has at least one row, but an empty table is one empty part.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are to be fewer than one part.</exception>
    public Table[] Split(int parts)
    {
        var ranges = IndexRange.Divide(RowCount, parts);
        return ranges.Count == 0 ? [this] : [.. ranges.Select(range => Slice((int)range.Start, (int)range.Count))];
    }

    /// <summary>
    /// The rows in parts by the hash of their keys: all rows of a key come to the same part, in their order. So each part can be
    /// grouped or joined by these keys alone.
    /// </summary>
    /// <remarks>
    /// The same key comes to the same part in every process and on every machine. Parts may be empty, and one fat key makes one
    /// fat part. Cost: one pass, and a copy of all rows.
    /// </remarks>
    /// <param name="parts">How many parts.</param>
    /// <param name="keys">The columns by which the rows are parted.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are to be fewer than one part.</exception>
    /// <exception cref="ArgumentException">There is no such column, or no column is named.</exception>
    public Table[] SplitByKey(int parts, params IReadOnlyCollection<string> keys)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        if (keys.Count == 0) throw new ArgumentException("Name at least one column to part the rows by; Split parts them by their order.", nameof(keys));
        var hashes = new ulong[RowCount];
        foreach (var key in keys) this[key].MixHashes(hashes);
        var rows = new List<int>[parts];
        for (var part = 0; part < parts; part++) rows[part] = [];
        for (var row = 0; row < hashes.Length; row++) rows[hashes[row] % (ulong)parts].Add(row);
        return Array.ConvertAll(rows, part => Take(part.ToArray()));
    }

    /// <summary>Tables below each other. Dictionaries of text become one; whole numbers below numbers become numbers.</summary>
    /// <param name="tables">At least one; all have the same columns in the same order.</param>
    /// <exception cref="ArgumentException">There is no table, or their columns differ in name or type.</exception>
    public static Table Concat(params IEnumerable<Table> tables)
    {
        Table[] parts = [.. tables];
        if (parts.Length == 0) throw new ArgumentException("There is nothing to put together: give at least one table.", nameof(tables));
        if (parts.Length == 1) return parts[0];
        var rows = parts.Sum(part => (long)part.RowCount);
        if (rows > Array.MaxLength) throw new ArgumentException($"{rows:N0} rows are more than a table can hold ({Array.MaxLength:N0}). Aggregate the parts first.", nameof(tables));
        foreach (var part in parts)
        {
            if (!part.ColumnNames.SequenceEqual(parts[0].ColumnNames))
                throw new ArgumentException($"The tables have different columns: {string.Join(", ", parts[0].ColumnNames)} and {string.Join(", ", part.ColumnNames)}. Select the same from each.", nameof(tables));
        }
        return new(parts[0].columns.Select((first, i) =>
        {
            var below = SameType([.. parts.Select(part => part.columns[i])]);
            return below[0].Append(below, (int)rows);
        }));
    }

    /// <summary>The same table without words of text that no row uses: worth it before a slice of it is sent.</summary>
    public Table Compact() => new(columns.Select(column => column.Compact()));

    /// <summary>The rows with these numbers in this order; -1 gives a row of missing values.</summary>
    internal Table Take(ReadOnlySpan<int> rows)
    {
        var taken = new Column[columns.Length];
        for (var i = 0; i < taken.Length; i++) taken[i] = columns[i].Take(rows);
        return new(taken);
    }

    /// <summary>The columns, which have one name, as columns of one type.</summary>
    static Column[] SameType(Column[] below)
    {
        if (below.Any(column => column.Type == ColumnType.Number))
            below = Array.ConvertAll(below, column => column is Column<long> whole ? AsNumbers(whole) : column);
        if (below.FirstOrDefault(column => column.Type != below[0].Type) is not { } other) return below;
        throw new ArgumentException(
            $"Column '{other.Name}' holds {below[0].Type} values in one table and {other.Type} values in another. Read both with the same types: new CsvFormat {{ Types = ... }}.");
    }

    internal static Column<double> AsNumbers(Column<long> whole)
    {
        var numbers = new double[whole.Count];
        for (var row = 0; row < numbers.Length; row++) numbers[row] = whole.Values.Span[row];
        return new(whole.Name, numbers, whole.Missing);
    }

    // From the last column to the first: a sort that keeps the order of equal rows keeps what the sorts before it have done.
    Table Sorted(IEnumerable<string> names, bool descending)
    {
        int[] rows = [.. Enumerable.Range(0, RowCount)];
        foreach (var column in names.Select(name => this[name]).Reverse()) rows = Ranking.Of(column, descending).Sort(rows);
        return Take(rows);
    }

    static int NotNegative(int count) => count >= 0 ? count : throw new ArgumentOutOfRangeException(nameof(count), count, "A number of rows is not negative.");
}

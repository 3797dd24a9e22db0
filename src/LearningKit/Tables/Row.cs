namespace LearningKit.Tables;

/// <summary>One row of a table, as conditions and formulas see it. A value that is missing is null.</summary>
/// <example><code>table.Where(row =&gt; row.Number("temperature") &gt; 30 &amp;&amp; row.Text("station") != "Dakar")</code></example>
/// <remarks>
/// A comparison with null is false, so rows whose temperature is missing are not above 30 (nor below). A row is a number and
/// a reference: it costs nothing to make, and finding a column by its name costs a few nanoseconds.
/// </remarks>
public readonly struct Row
{
    readonly Table table;

    internal Row(Table table, int index) => (this.table, Index) = (table, index);

    /// <summary>The row's number in its table, from 0.</summary>
    public int Index { get; }

    /// <summary>The value in a column as an object.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public object? this[string column] => table[column].ValueAt(Index);

    /// <summary>A whole number.</summary>
    /// <exception cref="ArgumentException">There is no such column, or it holds something else.</exception>
    public long? Whole(string column) => table.Wholes(column)[Index];

    /// <summary>A number; whole numbers are numbers, too.</summary>
    /// <inheritdoc cref="Whole" path="/exception"/>
    public double? Number(string column) => table[column] is Column<long> whole ? whole[Index] : table.Numbers(column)[Index];

    /// <summary>A text.</summary>
    /// <inheritdoc cref="Whole" path="/exception"/>
    public string? Text(string column) => table.Texts(column)[Index];

    /// <summary>True or false.</summary>
    /// <inheritdoc cref="Whole" path="/exception"/>
    public bool? Boolean(string column) => table.Booleans(column)[Index];

    /// <summary>A date or time.</summary>
    /// <inheritdoc cref="Whole" path="/exception"/>
    public DateTime? Time(string column) => table.Times(column)[Index];
}

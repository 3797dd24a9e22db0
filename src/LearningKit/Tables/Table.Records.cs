namespace LearningKit.Tables;

// Rows as objects.
public sealed partial class Table
{
    /// <summary>A table of objects: one column for each public property, one row for each object.</summary>
    /// <typeparam name="T">A record, say, of numbers, text, bool, dates and enumerations (which become text).</typeparam>
    /// <exception cref="ArgumentException">A property holds what no column can hold, or there is none.</exception>
    /// <remarks>Cost: about 50 ns for each value; for more than a million, make columns with <see cref="Column.Of(string, IEnumerable{double})"/>.</remarks>
    /// <example><code>Table.Of([new Station("Oslo", 5.7), new Station("Dakar", 24.0)])</code></example>
    public static Table Of<T>(IEnumerable<T> items) => RecordColumns.ToTable(items as IReadOnlyCollection<T> ?? [.. items]);

    /// <summary>
    /// The rows as objects, made one after the other: the parameters of the constructor, or the properties of a class without
    /// them, take the columns of their names. Case, spaces and underscores in names do not matter.
    /// </summary>
    /// <typeparam name="T">A record, say. What may be missing needs a question mark: <c>double?</c>.</typeparam>
    /// <exception cref="ArgumentException">There is no column for a parameter.</exception>
    /// <exception cref="InvalidOperationException">While reading: a value is missing or does not fit; names row and column.</exception>
    /// <remarks>Cost: about 100 ns for each value; the columns themselves are some 50 times as fast.</remarks>
    /// <example><code>foreach (var reading in table.Rows&lt;Reading&gt;()) ...   // record Reading(string Station, double Temperature)</code></example>
    public IEnumerable<T> Rows<T>() => RecordColumns.ToRecords<T>(this);
}

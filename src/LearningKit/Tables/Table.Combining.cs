namespace LearningKit.Tables;

// Groups, sums and joins.
public sealed partial class Table
{
    /// <summary>Says by which columns rows belong together. Nothing is computed yet.</summary>
    /// <remarks>A missing key is a key as others are: its rows are a group. Groups come in the order of their first rows.</remarks>
    /// <example><code>table.GroupBy("station").Aggregate(Agg.Min("temperature"), Agg.Max("temperature"))</code></example>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public GroupedTable GroupBy(params IReadOnlyList<string> keys) => new(this, keys);

    /// <summary>The whole table in one row.</summary>
    /// <inheritdoc cref="GroupedTable.Aggregate" path="/exception"/>
    /// <example><code>table.Aggregate(Agg.Mean("temperature"), Agg.Std("temperature"), Agg.Count())</code></example>
    public Table Aggregate(params IReadOnlyList<Aggregation> aggregations) => new GroupedTable(this, []).Aggregate(aggregations);

    /// <summary>
    /// Each row with the matching rows of another table, side by side: the columns of this table, then those of the other
    /// without the keys. Rows come in the order of this table, and for each in the order of the other.
    /// </summary>
    /// <param name="other">The table to look up in. A column whose name is taken gets <c>_right</c> behind its name.</param>
    /// <param name="on">The key columns, which both tables have.</param>
    /// <param name="how">What becomes of rows without a match.</param>
    /// <remarks>
    /// A row matches several: keys that repeat on both sides multiply. A missing key matches nothing, as in SQL.
    /// Cost: about that of grouping both tables by the keys, and a copy of the result.
    /// </remarks>
    /// <exception cref="ArgumentException">A key is not in both tables, or is of different types; or the result is too long for a table.</exception>
    /// <example><code>readings.Join(stations, on: ["station"], JoinKind.Left)</code></example>
    public Table Join(Table other, IReadOnlyList<string> on, JoinKind how = JoinKind.Inner) => Joining.Join(this, other, on, how);

    /// <inheritdoc cref="Join(Table, IReadOnlyList{string}, JoinKind)"/>
    public Table Join(Table other, string on, JoinKind how = JoinKind.Inner) => Joining.Join(this, other, [on], how);

    /// <summary>One row a column: its type, how many values and how many missing, how many different; of numbers also mean, deviation and quartiles.</summary>
    /// <remarks>Cost: each column of numbers is copied and sorted once.</remarks>
    public Table Describe() => Description.Of(this);
}

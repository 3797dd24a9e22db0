namespace LearningKit.Tables;

/// <summary>A table whose rows are to be treated group by group.</summary>
/// <example>
/// <code>
/// // On the whole table, or on its parts: the same answer.
/// Table means = table.GroupBy("station").Aggregate(Agg.Mean("temperature"));
/// Table same = PartialAggregate.Combine(
///     table.Split(4).Select(part =&gt; part.GroupBy("station").Partial(Agg.Mean("temperature")))).Finish();
/// </code>
/// </example>
public sealed class GroupedTable
{
    readonly Table table;
    readonly IReadOnlyList<string> keys;

    internal GroupedTable(Table table, IReadOnlyList<string> keys)
    {
        (this.table, this.keys) = (table, keys);
        foreach (var key in keys) _ = table[key];
    }

    /// <summary>One row a group: its keys, then what is made of it.</summary>
    /// <remarks>Cost: one pass over each key and one over each aggregated column; a median also sorts its values.</remarks>
    /// <exception cref="ArgumentException">There is no such column, or its type has no such aggregate (a sum of texts), or two results have one name.</exception>
    /// <exception cref="OverflowException">A sum of whole numbers is beyond 64 bits.</exception>
    public Table Aggregate(params IReadOnlyList<Aggregation> aggregations) => Partial(aggregations).Finish();

    /// <summary>What another process needs to know of this part to finish the aggregation with other parts.</summary>
    /// <inheritdoc cref="Aggregate" path="/exception"/>
    public PartialAggregate Partial(params IReadOnlyList<Aggregation> aggregations) => PartialAggregate.Of(table, keys, aggregations);

    /// <summary>
    /// Calls a function on the rows of each group and puts the results below each other, the keys in front of the function's
    /// own columns.
    /// </summary>
    /// <param name="function">From the rows of a group to any number of rows.</param>
    /// <remarks>Right on a part only when the part holds all rows of its groups: <see cref="Table.SplitByKey"/>.</remarks>
    /// <exception cref="ArgumentException">The results have different columns, or there is no group at all and so no result to tell them.</exception>
    /// <example><code>table.GroupBy("station").Apply(group =&gt; group.OrderByDescending("temperature").Head(3))</code></example>
    public Table Apply(Func<Table, Table> function)
    {
        var results = Groups().Select(group =>
        {
            var result = function(group);
            var repeated = group.Select(keys).Take(new int[result.RowCount]);   // the first row's keys, as often as needed
            return new Table([.. repeated.Columns, .. result.Columns.Where(column => !keys.Contains(column.Name))]);
        }).ToList();
        return results.Count > 0 ? Table.Concat(results) : throw new ArgumentException("There are no groups, so there is no result to tell the columns by.", nameof(function));
    }

    /// <summary>The rows of each group as a table of its own, in the order of the groups' first rows. Cost: a copy of all rows.</summary>
    public IEnumerable<Table> Groups() => RowGroups.Of(table, keys).Rows().Select(rows => table.Take(rows));
}

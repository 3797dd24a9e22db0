namespace LearningKit.Tables;

/// <summary>
/// What is known of the groups of one part: enough to combine it with other parts and to finish. A mean is carried as a sum and
/// a count, a deviation as count, mean and squared differences, a median as all its values.
/// </summary>
/// <remarks>
/// Combining is associative, and its order changes the order of groups only. What that means for the last digits stands in
/// the README of Tables. It is made of two tables, so it travels as they do.
/// </remarks>
/// <param name="Keys">The key columns.</param>
/// <param name="Aggregations">What is to be made.</param>
/// <param name="State">One row a group: the keys and what is carried of each aggregation.</param>
/// <param name="Values">The keys and values of all rows, where an aggregation cannot do with less; else null.</param>
public sealed record PartialAggregate(IReadOnlyList<string> Keys, IReadOnlyList<Aggregation> Aggregations, Table State, Table? Values)
{
    internal const string RowsColumn = ".rows";

    /// <summary>Partials of all parts as one.</summary>
    /// <param name="partials">At least one; all of the same keys and aggregations.</param>
    /// <exception cref="ArgumentException">There is none, or they are of different questions.</exception>
    /// <exception cref="OverflowException">A sum of whole numbers is beyond 64 bits.</exception>
    public static PartialAggregate Combine(params IEnumerable<PartialAggregate> partials)
    {
        PartialAggregate[] parts = [.. partials];
        if (parts.Length == 0) throw new ArgumentException("There is nothing to combine: give at least one partial.", nameof(partials));
        var (first, keys, aggregations) = (parts[0], parts[0].Keys, parts[0].Aggregations);
        if (parts.Any(part => !part.Keys.SequenceEqual(keys) || !part.Aggregations.SequenceEqual(aggregations)))
            throw new ArgumentException("The partials answer different questions: all need the same keys and aggregations in the same order.", nameof(partials));
        if (parts.Length == 1) return first;

        var all = Table.Concat(parts.Select(part => part.State));
        var groups = RowGroups.Of(all, keys);
        List<Column> state = [.. all.Select(keys).Take(groups.FirstRows()).Columns, .. Accumulator.OfRows.Combine([all[RowsColumn]], groups)];
        foreach (var aggregation in aggregations)
        {
            var accumulator = Accumulator.For(aggregation);
            state.AddRange(accumulator.Combine([.. accumulator.StateNames.Select(name => all[name])], groups));
        }
        return first with { State = new(state), Values = first.Values is null ? null : Table.Concat(parts.Select(part => part.Values!)) };
    }

    /// <summary>The answer: one row a group.</summary>
    public Table Finish()
    {
        var result = new List<Column>(State.Select(Keys).Columns);
        var groups = Values is null ? null : RowGroups.Of(Values, Keys);
        foreach (var aggregation in Aggregations)
        {
            var accumulator = Accumulator.For(aggregation);
            result.Add(aggregation.Kind == AggregateKind.Median
                ? Medians.Of(Values![aggregation.Column!], groups!, aggregation.Name)
                : accumulator.Finish([.. accumulator.StateNames.Select(name => State[name])]));
        }
        return new(result);
    }

    /// <summary>The partial of one part.</summary>
    internal static PartialAggregate Of(Table table, IReadOnlyList<string> keys, IReadOnlyList<Aggregation> aggregations)
    {
        var groups = RowGroups.Of(table, keys);
        List<Column> state = [.. table.Select(keys).Take(keys.Count == 0 ? [] : groups.FirstRows()).Columns, .. Accumulator.OfRows.Reduce(null, groups)];
        foreach (var aggregation in aggregations)
        {
            var column = aggregation.Column is { } name ? table[name] : null;
            state.AddRange(Accumulator.For(aggregation).Reduce(column, groups));
        }
        string[] medians = [.. aggregations.Where(a => a.Kind == AggregateKind.Median).Select(a => a.Column!).Distinct()];
        foreach (var name in medians) Medians.Require(table[name]);
        return new(keys, aggregations, new(state), medians.Length == 0 ? null : table.Select([.. keys, .. medians.Except(keys)]));
    }
}

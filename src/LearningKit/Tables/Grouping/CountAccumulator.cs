namespace LearningKit.Tables;

/// <summary>Counts rows, or values that are not missing.</summary>
sealed class CountAccumulator(string name) : Accumulator(name)
{
    public override IReadOnlyList<string> StateNames { get; } = [name.Length == 0 ? PartialAggregate.RowsColumn : $"{name}.count"];

    public override Column<long>[] Reduce(Column? values, RowGroups groups)
    {
        var counts = new long[groups.Count];
        for (var row = 0; row < groups.Ids.Length; row++)
            if (values?.IsMissing(row) != true) counts[groups.Ids[row]]++;
        return [new(StateNames[0], counts)];
    }

    public override Column<long>[] Combine(IReadOnlyList<Column> states, RowGroups groups)
    {
        var counts = new long[groups.Count];
        var parts = ((Column<long>)states[0]).Values.Span;
        for (var row = 0; row < parts.Length; row++) counts[groups.Ids[row]] += parts[row];
        return [new(StateNames[0], counts)];
    }

    public override Column Finish(IReadOnlyList<Column> states) => states[0].Rename(Name);
}

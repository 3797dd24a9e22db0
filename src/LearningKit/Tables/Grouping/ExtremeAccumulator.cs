namespace LearningKit.Tables;

/// <summary>The least or the greatest value of any type: remembers in which row it stands.</summary>
sealed class ExtremeAccumulator(string name, bool greatest) : Accumulator(name)
{
    public override IReadOnlyList<string> StateNames { get; } = [$"{name}.{(greatest ? "max" : "min")}"];

    public override Column[] Reduce(Column? values, RowGroups groups)
    {
        var order = values!.Order(descending: greatest);   // missing values come last in both directions
        var best = new int[groups.Count];
        Array.Fill(best, -1);
        for (var row = 0; row < groups.Ids.Length; row++)
        {
            ref var own = ref best[groups.Ids[row]];
            if (own < 0 || order(row, own) < 0) own = row;
        }
        return [values.Take(best).Compact().Rename(StateNames[0])];
    }

    public override Column[] Combine(IReadOnlyList<Column> states, RowGroups groups) => Reduce(states[0], groups);

    public override Column Finish(IReadOnlyList<Column> states) => states[0].Rename(Name);
}

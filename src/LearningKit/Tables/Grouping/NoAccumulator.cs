namespace LearningKit.Tables;

/// <summary>Of an aggregation that no state of fixed size can carry: its values travel themselves.</summary>
sealed class NoAccumulator(string name) : Accumulator(name)
{
    public override IReadOnlyList<string> StateNames => [];

    public override Column[] Reduce(Column? values, RowGroups groups) => [];

    public override Column[] Combine(IReadOnlyList<Column> states, RowGroups groups) => [];

    public override Column Finish(IReadOnlyList<Column> states) => throw new NotSupportedException($"'{Name}' is finished from values.");
}

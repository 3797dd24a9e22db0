namespace LearningKit.Tables;

/// <summary>Sums up: whole numbers exactly, others with about 32 digits.</summary>
sealed class SumAccumulator(string name) : Accumulator(name)
{
    // The sum of whole numbers has no rest; it is carried all the same, as zeros, so that the state has one shape.
    public override IReadOnlyList<string> StateNames { get; } = [$"{name}.sum", $"{name}.rest"];

    public override Column[] Reduce(Column? values, RowGroups groups)
    {
        if (values is Column<long> or Column<bool>) return Wholes(values, groups);
        var (numbers, sums) = (Numbers(values!, "sum"), new ExactSums(groups.Count));
        var span = numbers.Values.Span;
        for (var row = 0; row < span.Length; row++)
            if (!numbers.IsMissing(row)) sums.Add(groups.Ids[row], span[row]);
        return sums.ToColumns(Name);
    }

    public override Column[] Combine(IReadOnlyList<Column> states, RowGroups groups) =>
        states[0] is Column<long> ? Wholes(states[0], groups) : ExactSums.Of(states[0], states[1], groups).ToColumns(Name);

    public override Column Finish(IReadOnlyList<Column> states) => states[0].Rename(Name);

    // What is missing counts as 0, its place in the array.
    Column[] Wholes(Column values, RowGroups groups)
    {
        var sums = new long[groups.Count];
        try
        {
            for (var row = 0; row < groups.Ids.Length; row++)
            {
                var value = values is Column<long> whole ? whole.Values.Span[row] : ((Column<bool>)values).Values.Span[row] ? 1 : 0;
                sums[groups.Ids[row]] = checked(sums[groups.Ids[row]] + value);
            }
        }
        catch (OverflowException)
        {
            throw new OverflowException($"The sum '{Name}' is beyond {long.MaxValue:N0}, the greatest whole number of 64 bits. Make a column of numbers first: With(\"x\", row => row.Number(\"...\")).");
        }
        return [new Column<long>(StateNames[0], sums), new Column<double>(StateNames[1], new double[groups.Count])];
    }
}

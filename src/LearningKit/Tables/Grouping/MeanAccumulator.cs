namespace LearningKit.Tables;

/// <summary>The mean: carries sum and count, divides in the end.</summary>
sealed class MeanAccumulator(string name) : Accumulator(name)
{
    public override IReadOnlyList<string> StateNames { get; } = [$"{name}.sum", $"{name}.rest", $"{name}.count"];

    public override Column[] Reduce(Column? values, RowGroups groups)
    {
        var (numbers, sums, counts) = (Numbers(values!, "mean"), new ExactSums(groups.Count), new long[groups.Count]);
        var span = numbers.Values.Span;
        for (var row = 0; row < span.Length; row++)
        {
            if (numbers.IsMissing(row)) continue;
            sums.Add(groups.Ids[row], span[row]);
            counts[groups.Ids[row]]++;
        }
        return [.. sums.ToColumns(Name), new Column<long>(StateNames[2], counts)];
    }

    public override Column[] Combine(IReadOnlyList<Column> states, RowGroups groups) =>
        [.. ExactSums.Of(states[0], states[1], groups).ToColumns(Name), .. new CountAccumulator(Name).Combine([states[2]], groups)];

    public override Column Finish(IReadOnlyList<Column> states)
    {
        var (sums, counts) = ((Column<double>)states[0], (Column<long>)states[2]);
        return Column<double>.From(Name, sums.Zip(counts, (sum, count) => count > 0 ? sum / count : null));
    }
}

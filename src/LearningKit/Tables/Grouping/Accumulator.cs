namespace LearningKit.Tables;

/// <summary>
/// How one aggregation is computed in parts: rows are reduced to states, one a group; states are combined to fewer; the last
/// state is finished. States are columns, so that they travel.
/// </summary>
abstract class Accumulator(string name)
{
    /// <summary>The count of rows, which every partial carries.</summary>
    public static CountAccumulator OfRows { get; } = new("");

    /// <summary>The name of the result.</summary>
    protected string Name => name;

    /// <summary>The names of the columns that carry the state.</summary>
    public abstract IReadOnlyList<string> StateNames { get; }

    public static Accumulator For(Aggregation aggregation) => aggregation.Kind switch
    {
        AggregateKind.Count => new CountAccumulator(aggregation.Name),
        AggregateKind.Sum => new SumAccumulator(aggregation.Name),
        AggregateKind.Mean => new MeanAccumulator(aggregation.Name),
        AggregateKind.Min => new ExtremeAccumulator(aggregation.Name, greatest: false),
        AggregateKind.Max => new ExtremeAccumulator(aggregation.Name, greatest: true),
        AggregateKind.Variance => new VarianceAccumulator(aggregation.Name, root: false),
        AggregateKind.Std => new VarianceAccumulator(aggregation.Name, root: true),
        _ => new NoAccumulator(aggregation.Name),
    };

    /// <summary>From values to states. The column is null for the count of rows.</summary>
    public abstract Column[] Reduce(Column? values, RowGroups groups);

    /// <summary>From states to fewer states.</summary>
    public abstract Column[] Combine(IReadOnlyList<Column> states, RowGroups groups);

    /// <summary>From states to results.</summary>
    public abstract Column Finish(IReadOnlyList<Column> states);

    /// <summary>The values of a column as numbers: whole numbers as they are, true as 1 and false as 0.</summary>
    /// <exception cref="ArgumentException">It holds something else.</exception>
    protected static Column<double> Numbers(Column column, string what) => column switch
    {
        Column<double> numbers => numbers,
        Column<long> whole => Table.AsNumbers(whole),
        Column<bool> truth => new(truth.Name, Array.ConvertAll(truth.Values.ToArray(), value => value ? 1.0 : 0.0), truth.Missing),
        _ => throw new ArgumentException($"There is no {what} of column '{column.Name}': it holds {column.Type} values."),
    };
}

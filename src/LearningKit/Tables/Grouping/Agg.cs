namespace LearningKit.Tables;

/// <summary>What can be made of the values of a group. Missing values are left out.</summary>
/// <example><code>table.GroupBy("station").Aggregate(Agg.Count(), Agg.Mean("temperature").As("mean"))</code></example>
public static class Agg
{
    /// <summary>How many rows.</summary>
    public static Aggregation Count() => new(AggregateKind.Count, null);

    /// <summary>How many values that are not missing.</summary>
    public static Aggregation Count(string column) => new(AggregateKind.Count, column);

    /// <summary>The sum: exact for whole numbers, with about 32 digits on the way for others. Of true and false: how many are true.</summary>
    public static Aggregation Sum(string column) => new(AggregateKind.Sum, column);

    /// <summary>The mean, of which sum and count travel.</summary>
    public static Aggregation Mean(string column) => new(AggregateKind.Mean, column);

    /// <summary>The least value, of any type.</summary>
    public static Aggregation Min(string column) => new(AggregateKind.Min, column);

    /// <summary>The greatest value, of any type.</summary>
    public static Aggregation Max(string column) => new(AggregateKind.Max, column);

    /// <summary>The variance of a sample, of which count, mean and the sum of squared differences travel.</summary>
    public static Aggregation Variance(string column) => new(AggregateKind.Variance, column);

    /// <summary>The standard deviation of a sample: the root of <see cref="Variance"/>.</summary>
    public static Aggregation Std(string column) => new(AggregateKind.Std, column);

    /// <summary>The middle value. It cannot be made of the middles of parts, so all values travel: a partial is as large as its part.</summary>
    public static Aggregation Median(string column) => new(AggregateKind.Median, column);
}

namespace LearningKit.Tables;

/// <summary>What to make of a column for each group, and under which name.</summary>
/// <param name="Kind">What to make.</param>
/// <param name="Column">Of which column; null for the count of rows.</param>
public sealed record Aggregation(AggregateKind Kind, string? Column)
{
    /// <summary>The name of the result: <c>temperature_mean</c>, or <c>count</c>, unless <see cref="As"/> gave another.</summary>
    public string Name { get; init; } = Column is null ? "count" : $"{Column}_{Kind.ToString().ToLowerInvariant()}";

    /// <summary>The same under another name.</summary>
    public Aggregation As(string name) => this with { Name = name };
}

namespace LearningKit.Tables.Csv;

/// <summary>A column of a CSV file as it will be read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Field">Which field of a row it is, from 0.</param>
/// <param name="Type">What its values are.</param>
/// <param name="InferredFrom">The rows that its type was inferred from; 0 when it was given.</param>
public sealed record CsvColumn(string Name, int Field, ColumnType Type, int InferredFrom);

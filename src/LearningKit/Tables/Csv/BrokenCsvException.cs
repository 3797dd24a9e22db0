namespace LearningKit.Tables.Csv;

/// <summary>A CSV file is not what it should be. The message says where, what was expected and what was found.</summary>
public sealed class BrokenCsvException : FormatException
{
    internal BrokenCsvException(string source, long line, string? column, string? value, string problem, Exception? inner = null)
        : base($"{source}{(line > 0 ? $", line {line:N0}" : "")}{(column is null ? "" : $", column '{column}'")}: {problem}", inner) =>
        (Path, Line, Column, Value) = (source, line, column, value);

    /// <summary>The file, or "the text".</summary>
    public string Path { get; }

    /// <summary>The line on which the row begins, as an editor shows it, from 1; 0 where no row is at fault.</summary>
    public long Line { get; }

    /// <summary>The column's name; null where the whole row is at fault.</summary>
    public string? Column { get; }

    /// <summary>The value that did not fit; null where there is none.</summary>
    public string? Value { get; }
}

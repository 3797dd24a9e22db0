namespace LearningKit.Tables.Csv;

/// <summary>How a CSV file is written. The defaults fit a file by RFC 4180 with a header, in UTF-8.</summary>
/// <example>
/// <code>
/// new CsvFormat { Types = new Dictionary&lt;string, ColumnType&gt; { ["zip"] = ColumnType.Text } }
/// new CsvFormat { Separator = ';', DecimalComma = true, Encoding = "latin1" }
/// </code>
/// </example>
public sealed record CsvFormat
{
    /// <summary>What stands between two fields; null: found out among comma, semicolon, tab and bar (and a comma when writing).</summary>
    public char? Separator { get; init; }

    /// <summary>True: the first row holds the names of the columns. False: they are <c>column1</c>, <c>column2</c> and so on, or <see cref="Names"/>.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>Names of all columns, in place of those of the header; null keeps those.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>The columns to read, in this order; null reads all. What is left out costs next to nothing.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Types of columns by name; the types of others are inferred.</summary>
    public IReadOnlyDictionary<string, ColumnType> Types { get; init; } = new Dictionary<string, ColumnType>();

    /// <summary>From how many first rows types are inferred; null: from all, which reads the file twice.</summary>
    public int? SampleRows { get; init; } = 10_000;

    /// <summary>What a field says that has no value. The empty field is among them unless you leave it out. A quoted text is never missing.</summary>
    public IReadOnlyList<string> Missing { get; init; } = ["", "NA", "N/A", "n/a", "null", "NULL"];

    /// <summary>True: fields may be quoted, and quoted fields may hold separators and line ends. False: a quote is a character as others are.</summary>
    public bool Quotes { get; init; } = true;

    /// <summary>True: numbers are written 3,14 instead of 3.14.</summary>
    public bool DecimalComma { get; init; }

    /// <summary>
    /// The encoding by its name, such as <c>latin1</c> or <c>windows-1252</c>; null: UTF-8, or what the file's byte order mark
    /// says. Files are written in UTF-8.
    /// </summary>
    public string? Encoding { get; init; }
}

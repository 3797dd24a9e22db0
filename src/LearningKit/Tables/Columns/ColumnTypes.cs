namespace LearningKit.Tables;

/// <summary>Words and .NET types that belong to a <see cref="ColumnType"/>.</summary>
static class ColumnTypes
{
    /// <summary>The type whose values a <see cref="Column{T}"/> of <typeparamref name="T"/> holds.</summary>
    public static ColumnType Of<T>() where T : unmanaged =>
        typeof(T) == typeof(long) ? ColumnType.Whole
        : typeof(T) == typeof(double) ? ColumnType.Number
        : typeof(T) == typeof(bool) ? ColumnType.Boolean
        : typeof(T) == typeof(DateTime) ? ColumnType.Time
        : throw new NotSupportedException($"A column holds long, double, bool, DateTime or text, not {typeof(T).Name}.");

    /// <summary>The kind of value in a sentence: "a whole number".</summary>
    public static string Noun(this ColumnType type) => type switch
    {
        ColumnType.Whole => "a whole number",
        ColumnType.Number => "a number",
        ColumnType.Boolean => "true or false",
        ColumnType.Time => "a date or time such as 2026-01-31 or 2026-01-31T18:30:00",
        _ => "text",
    };
}

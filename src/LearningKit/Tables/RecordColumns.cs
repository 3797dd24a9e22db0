using System.Reflection;

namespace LearningKit.Tables;

/// <summary>Columns of .NET values, and records of columns.</summary>
static class RecordColumns
{
    /// <summary>A column of values whose type says what it holds.</summary>
    /// <exception cref="ArgumentException">No column holds such values.</exception>
    public static Column Column<T>(string name, IEnumerable<T> values) => values switch
    {
        IEnumerable<double> numbers when typeof(T) == typeof(double) => Tables.Column.Of(name, numbers),
        IEnumerable<double?> numbers => Tables.Column.Of(name, numbers),
        IEnumerable<long> wholes when typeof(T) == typeof(long) => Tables.Column.Of(name, wholes),
        IEnumerable<string?> texts => Tables.Column.Of(name, texts),
        _ => Column(name, typeof(T), values.Select(value => (object?)value)),
    };

    /// <summary>One column for each property of a type.</summary>
    /// <exception cref="ArgumentException">A property holds what no column can hold, or there is none.</exception>
    public static Table ToTable<T>(IReadOnlyCollection<T> items)
    {
        var properties = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanRead && p.GetIndexParameters().Length == 0).ToArray();
        if (properties.Length == 0) throw new ArgumentException($"{typeof(T).Name} has no public properties to make columns of. Use records, or Column.Of(name, values).", nameof(items));
        return new(properties.Select(property => Column(property.Name, property.PropertyType, items.Select(item => property.GetValue(item)))));
    }

    /// <summary>One object a row: constructor parameters, or else properties, take the columns of their names, whatever their case.</summary>
    public static IEnumerable<T> ToRecords<T>(Table table)
    {
        var constructor = typeof(T).GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault()
            ?? (typeof(T).IsValueType ? null : throw new ArgumentException($"{typeof(T).Name} has no public constructor."));
        var parameters = constructor?.GetParameters() ?? [];
        var arguments = Array.ConvertAll(parameters, p => Source(table, p.Name!, p.ParameterType, typeof(T), new NullabilityInfoContext().Create(p)));
        var settable = parameters.Length > 0 ? [] : typeof(T).GetProperties().Where(p => p.SetMethod is { IsPublic: true }).ToArray();
        var values = Array.ConvertAll(settable, p => Source(table, p.Name, p.PropertyType, typeof(T), new NullabilityInfoContext().Create(p)));
        return Enumerable.Range(0, table.RowCount).Select(row =>
        {
            var made = constructor?.Invoke(Array.ConvertAll(arguments, argument => argument(row))) ?? Activator.CreateInstance<T>()!;
            for (var i = 0; i < settable.Length; i++) settable[i].SetValue(made, values[i](row));
            return (T)made;
        });
    }

    /// <summary>What reads a parameter's value out of a row.</summary>
    static Func<int, object?> Source(Table table, string name, Type type, Type record, NullabilityInfo nullability)
    {
        var column = table.Columns.FirstOrDefault(column => column.Name == name)
            ?? table.Columns.FirstOrDefault(column => string.Equals(Plain(column.Name), Plain(name), StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"{record.Name} needs a column '{name}'. There are: {string.Join(", ", table.ColumnNames)}. Rename one, or leave the member out.");
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        var mayBeMissing = inner != type || !type.IsValueType && nullability.WriteState != NullabilityState.NotNull;
        return row =>
        {
            if (column.ValueAt(row) is not { } value)
            {
                return mayBeMissing ? null : throw new InvalidOperationException(
                    $"Row {row:N0} has no value in column '{column.Name}', but {record.Name}.{name} must have one. Make it {TypeName(type)}?, or keep such rows out with Where.");
            }
            return inner.IsInstanceOfType(value) ? value : Convert(value, inner, column, row, $"{record.Name}.{name}");
        };
    }

    static object Convert(object value, Type type, Column column, int row, string member)
    {
        try
        {
            return type switch
            {
                _ when type == typeof(DateOnly) && value is DateTime time => DateOnly.FromDateTime(time),
                _ when type.IsEnum && value is string word => Enum.Parse(type, word, ignoreCase: true),
                _ when type.IsEnum && value is long number => Enum.ToObject(type, number),
                _ when type == typeof(string) => throw new InvalidCastException(),
                _ when value is double fraction && IsWhole(type) && fraction != Math.Truncate(fraction) => throw new InvalidCastException(),
                _ => System.Convert.ChangeType(value, type),
            };
        }
        catch (Exception e) when (e is InvalidCastException or OverflowException or FormatException or ArgumentException)
        {
            throw new InvalidOperationException($"Row {row:N0}, column '{column.Name}': '{value}' does not fit into {member}, a {TypeName(type)}.", e);
        }
    }

    static Column Column(string name, Type type, IEnumerable<object?> values)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        if (inner == typeof(string)) return Tables.Column.Of(name, values.Cast<string?>());
        if (inner == typeof(bool)) return Tables.Column.Of(name, values.Cast<bool?>());
        if (inner == typeof(DateTime)) return Tables.Column.Of(name, values.Cast<DateTime?>());
        if (inner == typeof(DateOnly)) return Tables.Column.Of(name, values.Select(value => value is DateOnly day ? day.ToDateTime(TimeOnly.MinValue) : (DateTime?)null));
        if (inner.IsEnum) return Tables.Column.Of(name, values.Select(value => value?.ToString()));
        if (inner == typeof(double) || inner == typeof(float) || inner == typeof(decimal)) return Tables.Column.Of(name, values.Select(value => value is null ? (double?)null : System.Convert.ToDouble(value)));
        if (IsWhole(inner)) return Tables.Column.Of(name, values.Select(value => value is null ? (long?)null : System.Convert.ToInt64(value)));
        throw new ArgumentException($"'{name}' is a {TypeName(type)}, which no column holds. Columns hold whole numbers, numbers, text, bool, DateTime and enumerations.");
    }

    static bool IsWhole(Type type) => Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.UInt64;

    static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

    static string TypeName(Type type) => type == typeof(double) ? "double" : type == typeof(long) ? "long" : type == typeof(int) ? "int" : type == typeof(string) ? "string" : type == typeof(bool) ? "bool" : type.Name;
}

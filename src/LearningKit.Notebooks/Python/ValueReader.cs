using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace LearningKit.Notebooks.Python;

/// <summary>
/// Values of Python as C#: the natural type of each, found from all items of a list or dictionary together.
/// </summary>
/// <remarks>
/// | Python | C# |
/// |---|---|
/// | int | long; BigInteger beyond 64 bits |
/// | float, complex, decimal | double, Complex, decimal |
/// | str, bool, None | string, bool, null (T? beside other items) |
/// | datetime, date, time, timedelta | DateTime (DateTimeOffset if it has a zone), DateOnly, TimeOnly, TimeSpan |
/// | list, set, dict | List of T, HashSet of T, Dictionary of K and V; object where items differ |
/// | tuple | a tuple; object[] if it is empty or has more than seven items |
/// | bytes | byte[] |
/// | numpy array, array.array | T[], T[,], … |
/// </remarks>
static class ValueReader
{
    const int LongestTuple = 7;

    /// <summary>Stands for the type of None until other items tell more.</summary>
    sealed class Null;

    /// <summary>Stands for the type of the items of an empty list until other lists tell more.</summary>
    sealed class Nothing;

    /// <summary>Turns a tree and its buffers into a value.</summary>
    /// <returns>The value and the type of a variable for it.</returns>
    /// <exception cref="CannotCrossException">The value is beyond C#'s types.</exception>
    public static (object? Value, Type Type) Read(JsonElement tree, IReadOnlyList<Array> buffers)
    {
        var type = Known(TypeOf(tree, buffers));
        return (Build(tree, type, buffers), type);
    }

    /// <summary>Turns JSON of any origin into a value.</summary>
    /// <inheritdoc cref="Read" path="/returns"/>
    public static (object? Value, Type Type) OfJson(JsonElement json) => Read(JsonSerializer.SerializeToElement(ValueWriter.Write(json, "value").Tree), []);

    static Type TypeOf(JsonElement node, IReadOnlyList<Array> buffers) => node.ValueKind switch
    {
        JsonValueKind.Null => typeof(Null),
        JsonValueKind.True or JsonValueKind.False => typeof(bool),
        JsonValueKind.String => typeof(string),
        JsonValueKind.Number => !IsWhole(node) ? typeof(double) : node.TryGetInt64(out _) ? typeof(long) : typeof(BigInteger),
        _ => Kind(node) switch
        {
            "float" => typeof(double),
            "complex" => typeof(Complex),
            "decimal" => typeof(decimal),
            "datetime" => HasZone(node[1].GetString()!) ? typeof(DateTimeOffset) : typeof(DateTime),
            "date" => typeof(DateOnly),
            "time" => typeof(TimeOnly),
            "timedelta" => typeof(TimeSpan),
            "bytes" or "numbers" => buffers[node[1].GetInt32()].GetType(),
            "items" => typeof(List<>).MakeGenericType(buffers[node[1].GetInt32()].GetType().GetElementType()!),
            "list" => typeof(List<>).MakeGenericType(Common(Items(node).Select(item => TypeOf(item, buffers)))),
            "set" => typeof(HashSet<>).MakeGenericType(Common(Items(node).Select(item => TypeOf(item, buffers)))),
            "dict" => typeof(Dictionary<,>).MakeGenericType(
                Common(Items(node).Select(item => TypeOf(item[0], buffers))), Common(Items(node).Select(item => TypeOf(item[1], buffers)))),
            _ => TupleType([.. Items(node).Select(item => TypeOf(item, buffers))]),
        },
    };

    static Type Common(IEnumerable<Type> types) => types.Distinct().Aggregate(typeof(Nothing), Common);

    static Type Common(Type a, Type b)
    {
        if (a == b) return a;
        if (a == typeof(Nothing)) return b;
        if (b == typeof(Nothing)) return a;
        if (a == typeof(Null)) return Optional(b);
        if (b == typeof(Null)) return Optional(a);
        if (Nullable.GetUnderlyingType(a) is { } bareA) return Optional(Common(bareA, Nullable.GetUnderlyingType(b) ?? b));
        if (Nullable.GetUnderlyingType(b) is not null) return Common(b, a);
        if (Rank(a) is { } rankA && Rank(b) is { } rankB) return rankA > rankB ? a : b;
        if (a.IsGenericType && b.IsGenericType && a.GetGenericTypeDefinition() == b.GetGenericTypeDefinition())
            return a.GetGenericTypeDefinition().MakeGenericType([.. a.GetGenericArguments().Zip(b.GetGenericArguments(), Common)]);
        return typeof(object);

        // A wider number holds the narrower; a fraction rounds a whole number beyond 53 bits, as Python's arithmetic does.
        static int? Rank(Type type) => type == typeof(long) ? 0 : type == typeof(BigInteger) ? 1 : type == typeof(double) ? 2 : null;
    }

    static Type Optional(Type type) => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type;

    /// <summary>The type with object for what no item told.</summary>
    static Type Known(Type type) =>
        type == typeof(Null) || type == typeof(Nothing) ? typeof(object)
        : type.IsGenericType ? type.GetGenericTypeDefinition().MakeGenericType([.. type.GetGenericArguments().Select(Known)])
        : type;

    static Type TupleType(Type[] items) => items.Length switch
    {
        0 or > LongestTuple => typeof(object[]),
        1 => typeof(ValueTuple<>).MakeGenericType(items),
        2 => typeof(ValueTuple<,>).MakeGenericType(items),
        3 => typeof(ValueTuple<,,>).MakeGenericType(items),
        4 => typeof(ValueTuple<,,,>).MakeGenericType(items),
        5 => typeof(ValueTuple<,,,,>).MakeGenericType(items),
        6 => typeof(ValueTuple<,,,,,>).MakeGenericType(items),
        _ => typeof(ValueTuple<,,,,,,>).MakeGenericType(items),
    };

    static object? Build(JsonElement node, Type wanted, IReadOnlyList<Array> buffers)
    {
        if (node.ValueKind == JsonValueKind.Null) return null;
        var type = wanted == typeof(object) ? Known(TypeOf(node, buffers)) : Nullable.GetUnderlyingType(wanted) ?? wanted;
        if (node.ValueKind != JsonValueKind.Array) return Scalar(node, type);
        return Kind(node) switch
        {
            "float" => double.Parse(Name(node[1].GetString()!), CultureInfo.InvariantCulture),
            "complex" => new Complex((double)Build(node[1], typeof(double), buffers)!, (double)Build(node[2], typeof(double), buffers)!),
            "decimal" => Decimal(node[1].GetString()!),
            "datetime" => Moment(node[1].GetString()!),
            "date" => DateOnly.Parse(node[1].GetString()!, CultureInfo.InvariantCulture),
            "time" => TimeOnly.Parse(node[1].GetString()!, CultureInfo.InvariantCulture),
            "timedelta" => Span(node[1]),
            "bytes" or "numbers" => buffers[node[1].GetInt32()],
            "items" => Fill(type, buffers[node[1].GetInt32()].Cast<object?>().Select(item => Convert(item, type.GetGenericArguments()[0]))),
            "list" or "set" => Fill(type, Items(node).Select(item => Build(item, type.GetGenericArguments()[0], buffers))),
            "dict" => Dictionary(node, type, buffers),
            _ => Tuple(node, type, buffers),
        };
    }

    static object? Scalar(JsonElement node, Type type) => node.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => node.GetBoolean(),
        JsonValueKind.String => node.GetString(),
        _ when type == typeof(long) => node.GetInt64(),
        _ when type == typeof(BigInteger) => BigInteger.Parse(node.GetRawText(), CultureInfo.InvariantCulture),
        _ => double.Parse(node.GetRawText(), CultureInfo.InvariantCulture),
    };

    static object Fill(Type type, IEnumerable<object?> items)
    {
        var made = Activator.CreateInstance(type)!;
        if (made is IList list)
        {
            foreach (var item in items) list.Add(item);
            return made;
        }
        var add = type.GetMethod(nameof(HashSet<>.Add))!;
        foreach (var item in items) add.Invoke(made, [item]);
        return made;
    }

    static IDictionary Dictionary(JsonElement node, Type type, IReadOnlyList<Array> buffers)
    {
        var made = (IDictionary)Activator.CreateInstance(type)!;
        foreach (var item in Items(node))
        {
            var key = Build(item[0], type.GetGenericArguments()[0], buffers)
                ?? throw new CannotCrossException("A dictionary in it has the key None; a C# dictionary cannot have that.");
            made[key] = Build(item[1], type.GetGenericArguments()[1], buffers);
        }
        return made;
    }

    static object Tuple(JsonElement node, Type type, IReadOnlyList<Array> buffers) => type == typeof(object[])
        ? Items(node).Select(item => Build(item, typeof(object), buffers)).ToArray()
        : Activator.CreateInstance(type, [.. Items(node).Select((item, i) => Build(item, type.GetGenericArguments()[i], buffers))])!;

    static object? Convert(object? number, Type type) => number switch
    {
        long whole when type == typeof(double) || type == typeof(double?) => (double)whole,
        long whole when type == typeof(BigInteger) || type == typeof(BigInteger?) => (BigInteger)whole,
        _ => number,
    };

    static object Moment(string text) => HasZone(text)
        ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)
        : (object)DateTime.Parse(text, CultureInfo.InvariantCulture);

    static decimal Decimal(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new CannotCrossException($"The Decimal {text} in it is beyond C#'s decimal.");

    static TimeSpan Span(JsonElement microseconds) =>
        microseconds.TryGetInt64(out var number) && Math.Abs((double)number) < TimeSpan.MaxValue.TotalMicroseconds
            ? TimeSpan.FromTicks(number * TimeSpan.TicksPerMicrosecond)
            : throw new CannotCrossException("A timedelta in it is longer than C#'s TimeSpan.");

    static string Name(string number) => number switch
    {
        "nan" => "NaN",
        "inf" => "Infinity",
        _ => "-Infinity",
    };

    static string Kind(JsonElement node) => node[0].GetString()!;

    static IEnumerable<JsonElement> Items(JsonElement node) => node.EnumerateArray().Skip(1);

    static bool IsWhole(JsonElement number) => !number.GetRawText().AsSpan().ContainsAny('.', 'e', 'E');

    // The day has hyphens too, so the zone is looked for behind it.
    static bool HasZone(string moment) => moment.AsSpan(10).ContainsAny('+', '-');
}

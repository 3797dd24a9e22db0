using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LearningKit.Notebooks.Formatting;

namespace LearningKit.Notebooks.Python;

/// <summary>Values of C# in the form in which Python gets them: a tree of JSON (values.py tells its kinds) and buffers beside it.</summary>
sealed class ValueWriter
{
    const int MaximalDepth = 64;
    const string Crossing = "What crosses: null, numbers, strings, dates, and arrays, lists, sets, dictionaries, tuples, records and "
        + "anonymous objects of these.";

    readonly List<NumberBuffer> buffers = [];

    ValueWriter() { }

    /// <summary>Turns a value into a tree and buffers.</summary>
    /// <param name="value">The value.</param>
    /// <param name="name">The variable, for messages.</param>
    /// <exception cref="CannotCrossException">Python has no counterpart.</exception>
    public static (JsonNode? Tree, IReadOnlyList<NumberBuffer> Buffers) Write(object? value, string name)
    {
        var writer = new ValueWriter();
        return (writer.Node(value, name, 0), writer.buffers);
    }

    JsonNode? Node(object? value, string path, int depth) => value switch
    {
        _ when depth > MaximalDepth => throw new CannotCrossException($"{path} is nested too deeply to go to Python, or holds itself."),
        null => null,
        bool or int or long or short or sbyte or byte or ushort or uint or ulong => JsonSerializer.SerializeToNode(value),
        float or Half => Fraction(Convert.ToDouble(value is Half half ? (float)half : value, CultureInfo.InvariantCulture)),
        double number => Fraction(number),
        BigInteger or Int128 or UInt128 or nint or nuint => JsonNode.Parse(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)),
        decimal number => new JsonArray("decimal", number.ToString(CultureInfo.InvariantCulture)),
        Complex number => new JsonArray("complex", Fraction(number.Real), Fraction(number.Imaginary)),
        string text => text,
        char or Enum or Guid or Uri or Version or Rune => value.ToString(),
        DateTime moment => new JsonArray("datetime", Iso(moment)),
        DateTimeOffset moment => new JsonArray("datetime", Iso(moment.DateTime) + moment.ToString("zzz", CultureInfo.InvariantCulture)),
        DateOnly date => new JsonArray("date", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        TimeOnly time => new JsonArray("time", time.ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture)),
        TimeSpan span => new JsonArray("timedelta", span.Ticks / TimeSpan.TicksPerMicrosecond),
        JsonNode json => Json(json.Deserialize<JsonElement>(), path, depth),
        JsonDocument json => Json(json.RootElement, path, depth),
        JsonElement json => Json(json, path, depth),
        byte[] bytes => new JsonArray("bytes", Keep(NumberBuffer.Of(bytes))),
        _ when NumberBuffer.TryGet(value) is { } numbers => new JsonArray("numbers", Keep(numbers)),
        ITuple tuple => List("tuple", Enumerable.Range(0, tuple.Length).Select(i => tuple[i]), path, depth),
        IDictionary items => Dictionary(items.Keys.Cast<object?>().Select(key => (key, items[key!])), path, depth),
        Array { Rank: > 1 } => throw Refusal(value, path),
        _ => Compound(value, path, depth),
    };

    JsonArray Compound(object value, string path, int depth)
    {
        var type = value.GetType();
        if (Implements(type, typeof(ISet<>)) || Implements(type, typeof(IReadOnlySet<>))) return List("set", ((IEnumerable)value).Cast<object?>(), path, depth);
        if (Implements(type, typeof(IReadOnlyDictionary<,>)))
            return Dictionary(((IEnumerable)value).Cast<object>().Select(pair => ((object?)Get(pair, "Key"), Get(pair, "Value"))), path, depth);
        if (value is ICollection || Implements(type, typeof(IReadOnlyCollection<>))) return List("list", ((IEnumerable)value).Cast<object?>(), path, depth);
        if (value is IEnumerable)
            throw new CannotCrossException($"{path} is a sequence that is not computed yet ({TypeText.Of(type)}). Compute it first: .ToList()");
        if (!IsRecord(type)) throw Refusal(value, path);
        var members = ValueText.MembersOf(type).Select(member => ((object?)member.Name, member.Read(value)));
        return Dictionary(members, path, depth);
    }

    int Keep(NumberBuffer buffer)
    {
        buffers.Add(buffer);
        return buffers.Count - 1;
    }

    JsonArray List(string kind, IEnumerable<object?> items, string path, int depth) =>
        new([kind, .. items.Select((item, i) => Node(item, kind == "set" ? $"an item of {path}" : $"{path}[{i}]", depth + 1))]);

    JsonArray Dictionary(IEnumerable<(object? Key, object? Value)> items, string path, int depth) =>
        new(["dict", .. items.Select(item => (JsonNode)new JsonArray(
            Node(item.Key, $"a key of {path}", depth + 1), Node(item.Value, $"{path}[{ValueText.Of(item.Key, 1)}]", depth + 1)))]);

    JsonNode? Json(JsonElement json, string path, int depth) => json.ValueKind switch
    {
        JsonValueKind.Array => List("list", json.EnumerateArray().Select(item => (object?)item), path, depth),
        JsonValueKind.Object => Dictionary(json.EnumerateObject().Select(item => ((object?)item.Name, (object?)item.Value)), path, depth),
        JsonValueKind.Undefined => null,
        _ => JsonNode.Parse(json.GetRawText()),
    };

    // JSON has whole numbers and fractions in one; Python tells them apart by the point.
    static JsonNode Fraction(double number)
    {
        if (!double.IsFinite(number)) return new JsonArray("float", double.IsNaN(number) ? "nan" : number > 0 ? "inf" : "-inf");
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return JsonNode.Parse(text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0")!;
    }

    // Python's clock has microseconds, and its dates without a zone are those of DateTime.
    static string Iso(DateTime moment) => moment.ToString("yyyy-MM-ddTHH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    // Records, anonymous types and the learner's own classes are data. A class of a library is a machine: a stream, a task.
    static bool IsRecord(Type type) =>
        !type.IsAssignableTo(typeof(Delegate)) && !type.IsAssignableTo(typeof(IDisposable)) && !type.IsPointer
        && type.Assembly.GetName().Name is { } assembly
        && !assembly.StartsWith("System.", StringComparison.Ordinal) && !assembly.StartsWith("Microsoft.", StringComparison.Ordinal)
        && ValueText.MembersOf(type).Count > 0;

    static bool Implements(Type type, Type definition) =>
        type.GetInterfaces().Any(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == definition);

    static object? Get(object owner, string property) => owner.GetType().GetProperty(property, BindingFlags.Instance | BindingFlags.Public)!.GetValue(owner);

    static CannotCrossException Refusal(object value, string path) =>
        new($"{path} is of the C# type {TypeText.Of(value.GetType())}, which has no counterpart in Python. {Crossing}");
}

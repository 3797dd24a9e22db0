using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace LearningKit.Notebooks.Formatting;

/// <summary>Values as one line of text, cut at a length. A graph with cycles ends at a depth.</summary>
static class ValueText
{
    const int MaximalDepth = 3;
    const int MaximalItems = 100;
    const int MaximalNestedItems = 8;

    /// <summary>True for values whose own text says all: numbers, dates, enums, and types that write a ToString of their own.</summary>
    public static bool IsSimple(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || type.IsAssignableTo(typeof(IFormattable))
        || type.IsAssignableTo(typeof(MemberInfo)) || type.IsAssignableTo(typeof(Delegate))
        || (!type.IsAssignableTo(typeof(IEnumerable)) && WritesToString(type));

    /// <summary>The text.</summary>
    /// <param name="value">The value.</param>
    /// <param name="depth">How many values this one is part of.</param>
    public static string Of(object? value, int depth = 0) => value switch
    {
        null => "null",
        string text when depth == 0 => text,
        string text => $"\"{text}\"",
        char c when depth > 0 => $"'{c}'",
        ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i], depth + 1)))})",
        IDictionary items => Join(items.Keys.Cast<object>().Select(key => $"{Of(key, depth + 1)}: {Of(items[key], depth + 1)}"), items, "{", "}", depth),
        IEnumerable items when !WritesToString(value.GetType()) => depth >= MaximalDepth
            ? "[…]"
            : Join(items.Cast<object?>().Select(item => Of(item, depth + 1)), items, "[", "]", depth),
        _ when IsSimple(value.GetType()) || depth >= MaximalDepth => value.ToString() ?? "",
        _ => Members(value, depth),
    };

    /// <summary>Reads a member for showing; what its getter throws is shown in its place.</summary>
    public static object? Read(Func<object?> getter)
    {
        try
        {
            return getter();
        }
        catch (TargetInvocationException exception)
        {
            return new Thrown(exception.InnerException!);
        }
    }

    /// <summary>The members that are shown: public properties that can be read, and public fields.</summary>
    public static IReadOnlyList<(string Name, Func<object, object?> Read)> MembersOf(Type type)
    {
        const BindingFlags instance = BindingFlags.Instance | BindingFlags.Public;
        var properties = type.GetProperties(instance)
            .Where(property => property.CanRead && property.GetIndexParameters().Length == 0 && IsReadable(property.PropertyType))
            .Select(property => (property.Name, (Func<object, object?>)(owner => Read(() => property.GetValue(owner)))));
        var fields = type.GetFields(instance)
            .Where(field => IsReadable(field.FieldType))
            .Select(field => (field.Name, (Func<object, object?>)field.GetValue));
        return [.. properties.Concat(fields)];

        static bool IsReadable(Type type) => !type.IsByRefLike && !type.IsPointer && !type.IsByRef;
    }

    static string Members(object value, int depth)
    {
        var members = MembersOf(value.GetType());
        if (members.Count == 0) return value.ToString() ?? "";
        var texts = members.Take(MaximalNestedItems).Select(member => $"{member.Name} = {Of(member.Read(value), depth + 1)}");
        return $"{{ {string.Join(", ", texts)}{(members.Count > MaximalNestedItems ? ", …" : "")} }}";
    }

    static string Join(IEnumerable<string> items, object sequence, string open, string close, int depth)
    {
        var limit = depth == 0 ? MaximalItems : MaximalNestedItems;
        var texts = items.Take(limit + 1).ToList();
        if (texts.Count <= limit) return open + string.Join(", ", texts) + close;
        var rest = sequence is ICollection collection ? $"{collection.Count - limit:N0} more" : "more";
        return $"{open}{string.Join(", ", texts.Take(limit))}, … {rest}{close}";
    }

    // Records and anonymous types have a ToString too, but the compiler wrote it.
    static bool WritesToString(Type type)
    {
        var declaring = type.GetMethod(nameof(ToString), BindingFlags.Instance | BindingFlags.Public, Type.EmptyTypes);
        return declaring?.DeclaringType is { } owner
            && owner != typeof(object) && owner != typeof(ValueType)
            && !(owner.IsGenericType && owner.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
            && !declaring.IsDefined(typeof(CompilerGeneratedAttribute)) && !owner.IsDefined(typeof(CompilerGeneratedAttribute));
    }

    sealed record Thrown(Exception Exception) : IFormattable
    {
        public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

        public override string ToString() => $"‹threw {Exception.GetType().Name}: {Exception.Message}›";
    }
}

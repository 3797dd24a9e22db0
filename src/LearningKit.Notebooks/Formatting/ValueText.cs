using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace LearningKit.Notebooks.Formatting;

/// <summary>Values as one line of text, cut at a length. A graph with cycles ends at a depth.</summary>
static class ValueText
{
    const int MaximalDepth = 3;
    const int MaximalItems = 100;
    const int MaximalNestedItems = 8;
    const int MaximalNestedLength = 1000;

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
        string text => $"\"{CutText.To(text, MaximalNestedLength)}\"",
        char c when depth > 0 => $"'{c}'",
        Task task => Describe(task),
        ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i], depth + 1)))})",
        IEnumerable when depth >= MaximalDepth && !WritesToString(value.GetType()) => "[…]",
        IDictionary items => OfDictionary(items, depth),
        IEnumerable items when !WritesToString(value.GetType()) => OfItems(Beginning.Of(items, Limit(depth)), depth),
        _ when Memory(value) is { } items => Of(items, depth),
        _ when IsSimple(value.GetType()) || depth >= MaximalDepth => OwnText(value),
        _ => Members(value, depth),
    };

    /// <summary>The items of a sequence, of which the first have been read.</summary>
    /// <param name="items">The items.</param>
    /// <param name="depth">How many values the sequence is part of.</param>
    public static string OfItems(Beginning items, int depth = 0) =>
        $"[{string.Join(", ", items.Items.Select(item => Of(item, depth + 1)))}{(items.Rest is { } rest ? $", … {rest}" : "")}]";

    /// <summary>Reads a member for showing; what its getter throws is shown in its place.</summary>
    public static object? Read(Func<object?> getter)
    {
        try
        {
            return getter();
        }
        catch (TargetInvocationException exception) when (!IsStop(exception.InnerException!))
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
        if (members.Count == 0) return OwnText(value);
        var texts = members.Take(MaximalNestedItems).Select(member => $"{member.Name} = {Of(member.Read(value), depth + 1)}");
        return $"{{ {string.Join(", ", texts)}{(members.Count > MaximalNestedItems ? ", …" : "")} }}";
    }

    static string OfDictionary(IDictionary items, int depth)
    {
        var shown = items.Keys.Cast<object>().Take(Limit(depth)).Select(key => $"{Of(key, depth + 1)}: {Of(items[key], depth + 1)}");
        return $"{{{string.Join(", ", shown)}{(items.Count > Limit(depth) ? $", … {items.Count - Limit(depth):N0} more" : "")}}}";
    }

    static int Limit(int depth) => depth == 0 ? MaximalItems : MaximalNestedItems;

    // Dates as they sort, everything with a point and not a comma, whatever the machine's country is.
    static string OwnText(object value)
    {
        try
        {
            return CutText.WithNote(value switch
            {
                DateTime moment => moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
                DateTimeOffset moment => moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF zzz", CultureInfo.InvariantCulture),
                DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                TimeOnly time => time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
                IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
                _ => value.ToString() ?? "",
            });
        }
        catch (Exception exception) when (!IsStop(exception))
        {
            return new Thrown(exception).ToString();
        }
    }

    /// <summary>True for what a cell throws that is stopped: it must reach the session.</summary>
    public static bool IsStop(Exception exception) =>
        exception is ThreadInterruptedException or OperationCanceledException
        || (exception is TargetInvocationException { InnerException: { } inner } && IsStop(inner));

    // Reading the result of a task would wait for it.
    static string Describe(Task task)
    {
        var state = task.Status switch
        {
            TaskStatus.RanToCompletion => "has ended",
            TaskStatus.Faulted => "has failed",
            TaskStatus.Canceled => "was cancelled",
            _ => "is not finished",
        };
        return $"A task that {state}.";
    }

    // Memory<T> is no sequence, but shows as one.
    static Array? Memory(object value) =>
        value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() is var definition
        && (definition == typeof(Memory<>) || definition == typeof(ReadOnlyMemory<>))
            ? (Array)type.GetMethod(nameof(Memory<>.ToArray))!.Invoke(value, null)!
            : null;

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

using System.Collections;
using System.Runtime.CompilerServices;
using LearningKit.Notebooks.Formatting;

namespace LearningKit.Notebooks.Completion;

/// <summary>The present value of a variable in a few words, without running code of the learner's.</summary>
static class ValuePreview
{
    const int Width = 120;

    /// <summary>The text: the value itself, if it is a number, a text or a collection of such; otherwise its type.</summary>
    public static string Of(object? value)
    {
        try
        {
            var text = value is null || IsPlain(value) ? ValueText.Of(value, depth: 1).ReplaceLineEndings(" ") : $"an object of type {TypeText.Of(value.GetType())}";
            if (value is ICollection { Count: var count } && value is not string) text = $"{count:N0} item{(count == 1 ? "" : "s")}: {text}";
            return text.Length <= Width ? text : text[..(Width - 1)] + "…";
        }
        catch (InvalidOperationException)
        {
            return "is being changed at this moment"; // A running cell writes to the collection.
        }
    }

    // A lazy sequence, a task or a property of the learner's would run code, which may wait or never end.
    static bool IsPlain(object value) => value switch
    {
        Array or ITuple => ItemTypes(value.GetType()).All(IsPlain),
        ICollection => value.GetType().Assembly == typeof(List<>).Assembly && ItemTypes(value.GetType()).All(IsPlain),
        _ => IsPlain(value.GetType()),
    };

    static bool IsPlain(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || type == typeof(DateTime) || type == typeof(TimeSpan)
        || type == typeof(DateTimeOffset) || type == typeof(Guid) || type == typeof(System.Numerics.BigInteger)
        || (Nullable.GetUnderlyingType(type) is { } underlying && IsPlain(underlying));

    static Type[] ItemTypes(Type type) => type.IsArray ? [type.GetElementType()!] : type.GetGenericArguments();
}

using System.Collections;
using System.Runtime.InteropServices;

namespace LearningKit.Measuring;

/// <summary>Ways to say that two answers are equal.</summary>
public static class Answers
{
    /// <summary>True when both are equal: items one by one for lists and arrays, else by their own Equals.</summary>
    public static bool Equal(object? answer, object? expected) => Same(answer, expected, Equals);

    /// <summary>
    /// As <see cref="Equal"/>, but numbers may differ by a share of the expected one: sums of floating-point numbers depend
    /// on the order of additions.
    /// </summary>
    /// <example><code>new SamplerOptions { Agree = Answers.Within(1e-12) }</code></example>
    /// <param name="share">The greatest relative difference, for example 1e-12.</param>
    public static Func<object?, object?, bool> Within(double share) => (answer, expected) => Same(answer, expected, (a, b) => (a, b) switch
    {
        (double x, double y) => Math.Abs(x - y) <= share * Math.Abs(y) || x.Equals(y),
        (float x, float y) => Math.Abs(x - y) <= share * Math.Abs(y) || x.Equals(y),
        _ => Equals(a, b),
    });

    /// <summary>An answer for a message: its first items, or its first characters.</summary>
    internal static string Show(object? answer)
    {
        const int mostItems = 5, mostCharacters = 80;
        var text = answer switch
        {
            null => "null",
            string said => $"'{said}'",
            IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Take(mostItems + 1).Select((item, i) => i < mostItems ? Show(item) : "..."))}]",
            _ => answer.ToString() ?? "",
        };
        return text.Length <= mostCharacters ? text : text[..mostCharacters] + "...";
    }

    /// <summary>A quick yes for large arrays of numbers; no says nothing, for 0 equals -0.</summary>
    static bool HaveSameBytes(object? answer, object? expected) =>
        answer is Array left && expected is Array right && left.GetType() == right.GetType()
        && left.GetType().GetElementType()!.IsPrimitive && left.Length == right.Length && Bytes(left).SequenceEqual(Bytes(right));

    static ReadOnlySpan<byte> Bytes(Array numbers) =>
        MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetArrayDataReference(numbers), Buffer.ByteLength(numbers));

    static bool Same(object? answer, object? expected, Func<object?, object?, bool> equal)
    {
        if (ReferenceEquals(answer, expected)) return true;
        if (HaveSameBytes(answer, expected)) return true;
        if (answer is string || answer is not IEnumerable items || expected is not IEnumerable others) return equal(answer, expected);
        var (left, right) = (items.GetEnumerator(), others.GetEnumerator());
        while (true)
        {
            var (more, moreThere) = (left.MoveNext(), right.MoveNext());
            if (more != moreThere) return false;
            if (!more) return true;
            if (!Same(left.Current, right.Current, equal)) return false;
        }
    }
}

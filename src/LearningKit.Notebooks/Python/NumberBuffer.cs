using System.Collections;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LearningKit.Notebooks.Python;

/// <summary>The numbers of an array of any rank as bytes, sent and received without a copy in between.</summary>
/// <param name="Array">The array.</param>
/// <param name="Start">The first number that counts, in row order.</param>
/// <param name="Shape">The lengths of the dimensions that count.</param>
sealed record NumberBuffer(Array Array, int Start, IReadOnlyList<int> Shape)
{
    /// <summary>As much as a read or write moves at once.</summary>
    const int Piece = 1 << 20;

    /// <summary>The numpy name of the numbers' type.</summary>
    public string Kind => NumberType.NameOf(ElementType)!;

    /// <summary>How many bytes there are.</summary>
    public long Length => Shape.Aggregate(1L, (product, length) => product * length) * NumberType.SizeOf(ElementType);

    Type ElementType => Array.GetType().GetElementType()!;

    /// <summary>All of an array.</summary>
    public static NumberBuffer Of(Array array) => new(array, 0, [.. Enumerable.Range(0, array.Rank).Select(array.GetLength)]);

    /// <summary>
    /// The numbers of an array, a <see cref="List{T}"/>, a <see cref="Memory{T}"/>, a <see cref="ReadOnlyMemory{T}"/> or an
    /// <see cref="ArraySegment{T}"/>; null for all else.
    /// </summary>
    public static NumberBuffer? TryGet(object value)
    {
        var type = value.GetType();
        if (type.IsArray) return NumberType.NameOf(type.GetElementType()!) is null ? null : Of((Array)value);
        if (!type.IsGenericType || type.GetGenericArguments() is not [var element] || NumberType.NameOf(element) is null) return null;
        var definition = type.GetGenericTypeDefinition();
        return definition == typeof(List<>) ? Copy((ICollection)value, element)
            : definition == typeof(Memory<>) || definition == typeof(ReadOnlyMemory<>) || definition == typeof(ArraySegment<>)
                ? (NumberBuffer)typeof(NumberBuffer).GetMethod(nameof(OfMemory))!.MakeGenericMethod(element).Invoke(null, [value])!
                : null;
    }

    /// <summary>The numbers of a memory; shares the array behind it if there is one.</summary>
    public static NumberBuffer OfMemory<T>(object value)
    {
        var memory = value switch
        {
            Memory<T> writable => writable,
            ArraySegment<T> segment => segment,
            _ => (ReadOnlyMemory<T>)value,
        };
        return MemoryMarshal.TryGetArray(memory, out var array)
            ? new(array.Array!, array.Offset, [array.Count])
            : Of(memory.ToArray());
    }

    /// <summary>An array for what the other side announces; its numbers are to be read.</summary>
    public static NumberBuffer Create(string kind, int[] shape) => Of(Array.CreateInstance(NumberType.TypeOf(kind), shape));

    /// <summary>Sends the bytes.</summary>
    public void CopyTo(Stream stream)
    {
        for (long done = 0; done < Length; done += Piece) stream.Write(Bytes(done));
    }

    /// <summary>Receives the bytes.</summary>
    /// <exception cref="EndOfStreamException">There are too few.</exception>
    public void ReadFrom(Stream stream)
    {
        for (long done = 0; done < Length; done += Piece) stream.ReadExactly(Bytes(done));
    }

    static NumberBuffer Copy(ICollection list, Type element)
    {
        var array = Array.CreateInstance(element, list.Count);
        list.CopyTo(array, 0);
        return Of(array);
    }

    Span<byte> Bytes(long from) => MemoryMarshal.CreateSpan(
        ref Unsafe.AddByteOffset(ref MemoryMarshal.GetArrayDataReference(Array), (nint)(from + ((long)Start * NumberType.SizeOf(ElementType)))),
        (int)Math.Min(Piece, Length - from));
}

using System.Runtime.CompilerServices;

namespace LearningKit.Mpi;

/// <summary>How the elements of a message lie in memory (MPI 4.1, 5).</summary>
/// <example>
/// <code>
/// var column = Datatype.Vector&lt;double&gt;(count: rows, blockLength: 1, stride: columns);
/// comm.Send(matrix.AsSpan(2), column, dest: 1);          // the third column of a matrix that lies row by row
/// </code>
/// </example>
/// <remarks>
/// Every unmanaged type has one without ceremony, see <see cref="Of{T}"/>; only what lies with gaps needs to be described. Sender and
/// receiver may describe the same elements in different ways: a column can be received as a row. Immutable and thread-safe.
/// </remarks>
public abstract class Datatype
{
    private protected Datatype(long size, nint lowerBound, nint extent, BasicType element) =>
        (Size, LowerBound, Extent, Element) = (size, lowerBound, extent, element);

    /// <summary>Bytes without meaning.</summary>
    public static Datatype Byte { get; } = new BasicDatatype(BasicType.Byte, 1, typeof(byte));

    /// <summary>How many bytes of data it has, without gaps.</summary>
    public long Size { get; }

    /// <summary>Where it begins, in bytes from the address of an element; 0 but for types with negative displacements.</summary>
    public nint LowerBound { get; }

    /// <summary>How far the next element is from one, in bytes.</summary>
    public nint Extent { get; }

    /// <summary>What its elements are at the bottom; <see cref="BasicType.Byte"/> for structs.</summary>
    public BasicType Element { get; }

    /// <summary>What it is made of: pieces without gaps, in the order in which they travel.</summary>
    /// <returns>Where each begins, in bytes from the address of the element, and how many bytes it has.</returns>
    public abstract IEnumerable<(nint Offset, long Bytes)> Pieces { get; }

    /// <summary>True if elements follow each other without a gap, so that a buffer of them is one piece.</summary>
    public bool IsContiguous => LowerBound == 0 && Extent == Size && this is BasicDatatype;

    /// <summary>What a transport made of it, kept with it.</summary>
    internal object? Native;

    /// <summary>The datatype of an unmanaged type. Structs travel as their bytes, so both ends must be of one machine's kind.</summary>
    public static Datatype Of<T>() where T : unmanaged => Cache<T>.Type;

    /// <summary>Blocks at a fixed distance: the column of a matrix, every tenth reading.</summary>
    /// <param name="count">How many blocks.</param>
    /// <param name="blockLength">How many elements each has.</param>
    /// <param name="stride">How many elements from the start of one to that of the next.</param>
    public static Datatype Vector<T>(int count, int blockLength, int stride) where T : unmanaged =>
        new VectorDatatype(count, blockLength, stride, Of<T>());

    /// <summary>Blocks of different lengths at different places.</summary>
    /// <param name="lengths">How many elements each has.</param>
    /// <param name="displacements">Where each begins, in elements.</param>
    public static Datatype Indexed<T>(ReadOnlySpan<int> lengths, ReadOnlySpan<int> displacements) where T : unmanaged
    {
        CheckSameLength(lengths.Length, displacements.Length);
        var fields = new (nint, int, Datatype)[lengths.Length];
        for (var i = 0; i < fields.Length; i++) fields[i] = (displacements[i] * (nint)Unsafe.SizeOf<T>(), lengths[i], Of<T>());
        return new StructDatatype(fields);
    }

    /// <summary>A block of an array of several dimensions that lies row by row: a tile, a halo.</summary>
    /// <param name="sizes">The array's size in each dimension.</param>
    /// <param name="subsizes">The block's.</param>
    /// <param name="starts">Where the block begins in each dimension.</param>
    /// <remarks>Its extent is that of the whole array, so that a second one begins after it.</remarks>
    public static Datatype Subarray<T>(ReadOnlySpan<int> sizes, ReadOnlySpan<int> subsizes, ReadOnlySpan<int> starts) where T : unmanaged
    {
        CheckSameLength(sizes.Length, subsizes.Length);
        CheckSameLength(sizes.Length, starts.Length);
        return new SubarrayDatatype(sizes, subsizes, starts, Of<T>());
    }

    /// <summary>Fields of different types at different places.</summary>
    /// <param name="fields">For each its place, in bytes; how many elements; and their type.</param>
    public static Datatype Struct(params ReadOnlySpan<(nint Offset, int Count, Datatype Type)> fields) => new StructDatatype(fields.ToArray());

    /// <summary>Several of this type, one after the other.</summary>
    public Datatype Contiguous(int count) => new VectorDatatype(count, 1, 1, this);

    /// <summary>The same data, with another distance from one element to the next: columns side by side are one element apart.</summary>
    /// <param name="lowerBound">Where it begins, in bytes.</param>
    /// <param name="extent">How far the next element is, in bytes.</param>
    public Datatype Resized(nint lowerBound, nint extent) => new ResizedDatatype(this, lowerBound, extent);

    /// <summary>Refuses a buffer that is shorter than what the type describes.</summary>
    internal void CheckFits(long bytes, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0) return;
        var last = (count - 1) * (long)Extent;
        long from = 0, to = 0;
        foreach (var (offset, length) in Pieces)
        {
            from = Math.Min(from, Math.Min(offset, last + offset));
            to = Math.Max(to, Math.Max(offset, last + offset) + length);
        }
        if (from < 0 || to > bytes)
            throw new ArgumentException($"{count} of the datatype reach from byte {from} to byte {to}; the buffer has {bytes} bytes. Start at another place, or make the buffer longer.");
    }

    static void CheckSameLength(int first, int second)
    {
        if (first != second) throw new ArgumentException($"The lists must have the same length; they have {first} and {second}.");
    }

    static class Cache<T> where T : unmanaged
    {
        internal static readonly Datatype Type = BasicDatatype.Make(typeof(T), Unsafe.SizeOf<T>());
    }
}

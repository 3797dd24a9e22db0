using System.Diagnostics.CodeAnalysis;
using LearningKit.Measuring;
using LearningKit.Processes.Segments;
using LearningKit.Shipping;

namespace LearningKit.Processes;

/// <summary>An array in memory that processes share: what one writes, the others see. Sent to a worker, nothing of it is copied.</summary>
/// <example>
/// <code>
/// using var squares = new SharedArray&lt;double&gt;(1000);
/// pool.Map(i => { squares[i] = i * i; return i; }, Enumerable.Range(0, 1000));
/// Console.WriteLine(squares.Span[999]);
/// </code>
/// </example>
/// <typeparam name="T">The elements: numbers, or structs of numbers.</typeparam>
/// <remarks>
/// <para>The elements begin as zero. They are as safe as those of an array that threads share: whoever reads what others write at
/// that time uses <see cref="Interlocked"/> and <see cref="Volatile"/> by reference, as in
/// <c>Interlocked.Increment(ref counts[i])</c>, or a <see cref="SharedLock"/>. The parts of an array that several processes
/// write should lie 128 bytes apart, or they share cache lines (false sharing).</para>
/// <para>Misuse: a span or a reference must not be used after the array was disposed of; the memory is gone then, and the process
/// with it.</para>
/// </remarks>
public sealed unsafe class SharedArray<T> : SharedObject, IReopenable<SharedArray<T>>
    where T : unmanaged
{
    static readonly string contents = Describe("SharedArray", typeof(T));
    bool kept;

    SharedArray(SharedSegment segment)
        : base(segment, contents) => Length = (int)(BodySize / sizeof(T));

    /// <summary>Makes an array of zeros.</summary>
    /// <param name="length">How many elements.</param>
    /// <exception cref="IOException">There is not so much memory; says how much there is.</exception>
    public SharedArray(int length)
        : this(SharedSegment.Create(contents, SizeOf(length))) => SharedRegistry.Add(this);

    /// <summary>Makes an array with the elements of another.</summary>
    /// <inheritdoc cref="SharedArray{T}(int)"/>
    public SharedArray(ReadOnlySpan<T> elements)
        : this(elements.Length) => elements.CopyTo(Span);

    /// <summary>How many elements it has.</summary>
    public int Length { get; }

    /// <summary>The elements themselves, until the array is disposed of.</summary>
    /// <exception cref="ObjectDisposedException">The array is disposed of.</exception>
    public Span<T> Span
    {
        get
        {
            using var access = Use();
            if (!kept) Keep();
            kept = true;
            return new(access.Body, Length);
        }
    }

    /// <summary>An element. In a loop take the <see cref="Span"/> once: each of these makes sure that the array is open.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such element.</exception>
    /// <exception cref="ObjectDisposedException">The array is disposed of.</exception>
    public ref T this[int index] => ref Span[index];

    /// <summary>Divides it into parts whose lengths differ by one at most, in order: to be worked on at the same time.</summary>
    /// <example><code>pool.Map(part => part.Span.Sort(), numbers.Divide(2));</code></example>
    public SharedSlice<T>[] Divide(int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        var slices = new SharedSlice<T>[parts];
        for (var i = 0; i < parts; i++)
        {
            var (start, end) = ((long)Length * i / parts, (long)Length * (i + 1) / parts);
            slices[i] = new(this, (int)start, (int)(end - start));
        }
        return slices;
    }

    /// <inheritdoc/>
    [SuppressMessage("Design", "CA1000", Justification = "The contract of what is opened by its address.")]
    public static SharedArray<T> Open(string address) => SharedRegistry.Open(address, contents, static (segment, _) => new SharedArray<T>(segment));

    /// <summary>Its type, length and size.</summary>
    public override string ToString() => $"{contents}, {Length} elements, {ByteSize.Text((long)Length * sizeof(T))}";

    static long SizeOf(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return (long)length * sizeof(T);
    }
}

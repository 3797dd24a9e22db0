using System.Numerics;
using System.Runtime.CompilerServices;

namespace LearningKit.Workloads;

/// <summary>
/// Filters a row of an image a vector of pixels at a time. <see cref="ReadableImageFilter"/> gives the same pixels.
/// </summary>
/// <remarks>
/// Rows come with one pixel more at each end, so that a pixel's neighbours to the left and right are the same vector loaded
/// one byte earlier and later. The last pixels of a row are done by a vector that ends with the row and overlaps the one before.
/// </remarks>
static class FastImageFilter
{
    /// <summary>Filters one row.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="above">The row above, with one pixel more at each end.</param>
    /// <param name="row">The row itself, likewise.</param>
    /// <param name="below">The row below, likewise.</param>
    /// <param name="result">Takes the filtered row; two pixels shorter.</param>
    public static void Apply(ImageFilter filter, ReadOnlySpan<byte> above, ReadOnlySpan<byte> row, ReadOnlySpan<byte> below, Span<byte> result)
    {
        switch (filter)
        {
            case ImageFilter.Blur: Apply<Blur>(above, row, below, result); break;
            case ImageFilter.Sobel: Apply<Sobel>(above, row, below, result); break;
            case ImageFilter.Median: Apply<Median>(above, row, below, result); break;
            default: throw new ArgumentOutOfRangeException(nameof(filter), filter, "There is no such filter.");
        }
    }

    static void Apply<TKernel>(ReadOnlySpan<byte> above, ReadOnlySpan<byte> row, ReadOnlySpan<byte> below, Span<byte> result)
        where TKernel : IKernel
    {
        if (result.Length < Vector<byte>.Count)
        {
            ApplyNarrow<TKernel>(above, row, below, result);
            return;
        }
        for (var x = 0; x < result.Length; x += Vector<byte>.Count)
        {
            x = Math.Min(x, result.Length - Vector<byte>.Count);
            TKernel.Apply(new(above[x..]), new(above[(x + 1)..]), new(above[(x + 2)..]),
                new(row[x..]), new(row[(x + 1)..]), new(row[(x + 2)..]),
                new(below[x..]), new(below[(x + 1)..]), new(below[(x + 2)..])).CopyTo(result[x..]);
        }
    }

    /// <summary>A row shorter than a vector is filtered in a wider one.</summary>
    static void ApplyNarrow<TKernel>(ReadOnlySpan<byte> above, ReadOnlySpan<byte> row, ReadOnlySpan<byte> below, Span<byte> result)
        where TKernel : IKernel
    {
        Span<byte> wide = stackalloc byte[4 * (Vector<byte>.Count + 2)];
        var stride = Vector<byte>.Count + 2;
        above.CopyTo(wide);
        row.CopyTo(wide[stride..]);
        below.CopyTo(wide[(2 * stride)..]);
        Apply<TKernel>(wide[..stride], wide[stride..(2 * stride)], wide[(2 * stride)..(3 * stride)], wide[(3 * stride)..^2]);
        wide.Slice(3 * stride, result.Length).CopyTo(result);
    }

    /// <summary>The nine neighbours of a vector of pixels: a b c above, d e f beside, g h i below.</summary>
    interface IKernel
    {
        static abstract Vector<byte> Apply(
            Vector<byte> a, Vector<byte> b, Vector<byte> c, Vector<byte> d, Vector<byte> e, Vector<byte> f, Vector<byte> g, Vector<byte> h, Vector<byte> i);
    }

    readonly struct Blur : IKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector<byte> Apply(
            Vector<byte> a, Vector<byte> b, Vector<byte> c, Vector<byte> d, Vector<byte> e, Vector<byte> f, Vector<byte> g, Vector<byte> h, Vector<byte> i)
        {
            return Vector.Narrow(
                Half(Low(a), Low(b), Low(c), Low(d), Low(e), Low(f), Low(g), Low(h), Low(i)),
                Half(High(a), High(b), High(c), High(d), High(e), High(f), High(g), High(h), High(i)));

            static Vector<ushort> Half(
                Vector<ushort> a, Vector<ushort> b, Vector<ushort> c, Vector<ushort> d, Vector<ushort> e, Vector<ushort> f, Vector<ushort> g, Vector<ushort> h, Vector<ushort> i) =>
                (a + c + g + i + ((b + d + f + h) << 1) + (e << 2) + new Vector<ushort>(8)) >> 4;
        }
    }

    readonly struct Sobel : IKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector<byte> Apply(
            Vector<byte> a, Vector<byte> b, Vector<byte> c, Vector<byte> d, Vector<byte> e, Vector<byte> f, Vector<byte> g, Vector<byte> h, Vector<byte> i)
        {
            return Vector.Narrow(
                Half(Low(a), Low(b), Low(c), Low(d), Low(f), Low(g), Low(h), Low(i)),
                Half(High(a), High(b), High(c), High(d), High(f), High(g), High(h), High(i)));

            static Vector<ushort> Half(
                Vector<ushort> a, Vector<ushort> b, Vector<ushort> c, Vector<ushort> d, Vector<ushort> f, Vector<ushort> g, Vector<ushort> h, Vector<ushort> i) =>
                Vector.Min(
                    Difference(c + (f << 1) + i, a + (d << 1) + g) + Difference(g + (h << 1) + i, a + (b << 1) + c),
                    new Vector<ushort>(255));

            static Vector<ushort> Difference(Vector<ushort> x, Vector<ushort> y) => Vector.Max(x, y) - Vector.Min(x, y);
        }
    }

    /// <summary>
    /// The median of nine: sort the three columns; it is the median of the largest low, the median middle and the smallest high.
    /// </summary>
    readonly struct Median : IKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector<byte> Apply(
            Vector<byte> a, Vector<byte> b, Vector<byte> c, Vector<byte> d, Vector<byte> e, Vector<byte> f, Vector<byte> g, Vector<byte> h, Vector<byte> i)
        {
            Sort(ref a, ref d, ref g);
            Sort(ref b, ref e, ref h);
            Sort(ref c, ref f, ref i);
            return Middle(Vector.Max(a, Vector.Max(b, c)), Middle(d, e, f), Vector.Min(g, Vector.Min(h, i)));

            static void Sort(ref Vector<byte> low, ref Vector<byte> middle, ref Vector<byte> high)
            {
                (low, middle) = (Vector.Min(low, middle), Vector.Max(low, middle));
                (middle, high) = (Vector.Min(middle, high), Vector.Max(middle, high));
                (low, middle) = (Vector.Min(low, middle), Vector.Max(low, middle));
            }

            static Vector<byte> Middle(Vector<byte> x, Vector<byte> y, Vector<byte> z) =>
                Vector.Max(Vector.Min(x, y), Vector.Min(Vector.Max(x, y), z));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector<ushort> Low(Vector<byte> pixels) => Vector.WidenLower(pixels);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector<ushort> High(Vector<byte> pixels) => Vector.WidenUpper(pixels);
}

using System.Runtime.Intrinsics;

namespace LearningKit.Workloads;

/// <summary>
/// A picture of the Mandelbrot set: for each point c, how many steps of z = z² + c, from z = 0, until |z| exceeds 2.
/// </summary>
/// <remarks>
/// Points share nothing, but they differ in cost by a factor of <see cref="MaxIterations"/>: equal parts are not equal work.
/// All kernels round alike (one fused multiply-add for each new coordinate), so their counts are equal, exactly.
/// </remarks>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="MaxIterations">The steps after which a point counts as inside, at most 65,535.</param>
/// <param name="View">Which piece of the plane; the whole set when not given.</param>
/// <exception cref="ArgumentOutOfRangeException">A size is negative, or the limit is not from 1 to 65,535.</exception>
public sealed record Mandelbrot(int Width, int Height, int MaxIterations = 256, MandelbrotView? View = null)
    : IWorkload<IndexRange, ushort[], MandelbrotImage>
{
    /// <summary>Pixels in a row.</summary>
    public int Width { get; init => field = Parameter.Within(value, 0, int.MaxValue, nameof(Width)); }
        = Parameter.Within(Width, 0, int.MaxValue, nameof(Width));

    /// <summary>Rows.</summary>
    public int Height { get; init => field = Parameter.Within(value, 0, int.MaxValue, nameof(Height)); }
        = Parameter.Within(Height, 0, int.MaxValue, nameof(Height));

    /// <summary>The steps after which a point counts as inside.</summary>
    public int MaxIterations { get; init => field = Parameter.Within(value, 1, ushort.MaxValue, nameof(MaxIterations)); }
        = Parameter.Within(MaxIterations, 1, ushort.MaxValue, nameof(MaxIterations));

    /// <summary>Which piece of the plane.</summary>
    public MandelbrotView View { get; init; } = View ?? MandelbrotView.Whole;

    /// <summary>The distance between neighbouring pixels.</summary>
    public double Step => View.Width / Width;

    /// <summary>The real part of the points in a column.</summary>
    public double Real(int column) => View.Left + column * Step;

    /// <summary>The imaginary part of the points in a row; row 0 is at the top.</summary>
    public double Imaginary(long row) => View.Top - row * Step;

    /// <summary>Its size, for titles of charts.</summary>
    public override string ToString() => $"Mandelbrot, {Width} x {Height} pixels, at most {MaxIterations} steps";

    /// <inheritdoc/>
    public MandelbrotImage Solve() => new(Width, MaxIterations, Execute(new(0, Height)));

    /// <summary>Divides the picture into blocks of rows.</summary>
    public IReadOnlyList<IndexRange> Divide(int parts) => IndexRange.Divide(Height, parts);

    /// <summary>The counts of one block of rows, with the fastest kernel of this machine.</summary>
    public ushort[] Execute(IndexRange part)
    {
        var counts = new ushort[part.Count * Width];
        if (Vector512.IsHardwareAccelerated) MandelbrotInterleaved512.Rows(this, part, counts);
        else if (Vector256.IsHardwareAccelerated) MandelbrotInterleaved256.Rows(this, part, counts);
        else MandelbrotScalar.Rows(this, part, counts);
        return counts;
    }

    /// <summary>Puts the blocks of rows below one another.</summary>
    public MandelbrotImage Gather(IEnumerable<ushort[]> partials)
    {
        var counts = new ushort[Width * Height];
        var filled = 0;
        foreach (var rows in partials)
        {
            rows.CopyTo(counts, filled);
            filled += rows.Length;
        }
        return new(Width, MaxIterations, counts);
    }

    /// <summary>
    /// The real parts of all columns, and after them points that escape at once, up to a multiple of <paramref name="group"/>:
    /// a vector kernel then needs no special case at the end of a row.
    /// </summary>
    internal double[] Columns(int group)
    {
        var columns = new double[(Width + group - 1) / group * group];
        for (var column = 0; column < columns.Length; column++) columns[column] = column < Width ? Real(column) : 4;
        return columns;
    }
}

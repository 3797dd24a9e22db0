namespace LearningKit.Workloads;

/// <summary>A picture of the Mandelbrot set: for each pixel, how many steps it took to escape.</summary>
/// <param name="width">Pixels in a row.</param>
/// <param name="maxIterations">The steps after which a point counts as inside.</param>
/// <param name="counts">Steps of each pixel, row by row from the top.</param>
public sealed class MandelbrotImage(int width, int maxIterations, ushort[] counts) : IEquatable<MandelbrotImage>
{
    /// <summary>Pixels in a row.</summary>
    public int Width => width;

    /// <summary>Rows.</summary>
    public int Height => width == 0 ? 0 : counts.Length / width;

    /// <summary>The steps after which a point counts as inside.</summary>
    public int MaxIterations => maxIterations;

    /// <summary>Steps of each pixel, row by row from the top.</summary>
    public ushort[] Counts => counts;

    /// <summary>Steps of one row.</summary>
    public ReadOnlySpan<ushort> Row(int row) => counts.AsSpan(row * width, width);

    /// <summary>All the steps that the picture took: its work, whoever did it.</summary>
    public long TotalIterations => RowIterations().Sum();

    /// <summary>The steps that each row took. Equal rows are not equal work.</summary>
    public long[] RowIterations()
    {
        var sums = new long[Height];
        for (var row = 0; row < sums.Length; row++)
            foreach (var count in Row(row)) sums[row] += count;
        return sums;
    }

    /// <summary>
    /// The picture as one byte a pixel, row by row: 0 (black) inside the set, and from dark to bright the longer a point took
    /// to escape. The scale is logarithmic, since most points escape early.
    /// </summary>
    public byte[] ToGrayscale()
    {
        var shades = new byte[maxIterations + 1];
        var scale = 255 / Math.Log(maxIterations + 1);
        for (var count = 0; count < maxIterations; count++) shades[count] = (byte)(scale * Math.Log(count + 1));
        return Array.ConvertAll(counts, count => shades[count]);
    }

    /// <summary>Same shape, same limit, same steps in every pixel.</summary>
    public bool Equals(MandelbrotImage? other) =>
        other is not null && Width == other.Width && MaxIterations == other.MaxIterations && counts.AsSpan().SequenceEqual(other.Counts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MandelbrotImage);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Width, Height, MaxIterations, TotalIterations);

    /// <inheritdoc/>
    public override string ToString() => $"{Width} x {Height} pixels, {TotalIterations:N0} iterations";
}

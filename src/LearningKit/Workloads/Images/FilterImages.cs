namespace LearningKit.Workloads;

/// <summary>
/// Filters a stack of made textures. The parts are ranges of rows of the whole stack: a part makes its own rows, and one
/// more above and below, since a pixel needs its neighbours.
/// </summary>
/// <param name="Images">How many images.</param>
/// <param name="Width">Pixels a row.</param>
/// <param name="Height">Rows of one image.</param>
/// <param name="Filter">The filter.</param>
/// <param name="Seed">The seed of the first image; the others count on.</param>
public sealed record FilterImages(int Images, int Width, int Height, ImageFilter Filter, int Seed)
    : IWorkload<IndexRange, byte[], IReadOnlyList<RasterImage>>
{
    /// <summary>Image number <paramref name="index"/> before it is filtered.</summary>
    public Texture this[int index] => new(Width, Height, Seed + index);

    /// <inheritdoc/>
    public IReadOnlyList<RasterImage> Solve() => Gather(Divide(1).Select(Execute));

    /// <inheritdoc/>
    public IReadOnlyList<IndexRange> Divide(int parts) => IndexRange.Divide((long)Images * Height, parts);

    /// <inheritdoc/>
    public byte[] Execute(IndexRange part)
    {
        var filtered = new byte[part.Count * Width];
        var rows = new RowWindow(Width);
        for (var row = part.Start; row < part.End; row++)
        {
            var (image, y) = Math.DivRem(row, Height);
            rows.MoveTo(this[(int)image], (int)y);
            FastImageFilter.Apply(Filter, rows.Above, rows.Row, rows.Below, filtered.AsSpan((int)((row - part.Start) * Width), Width));
        }
        return filtered;
    }

    /// <inheritdoc/>
    public IReadOnlyList<RasterImage> Gather(IEnumerable<byte[]> partials)
    {
        var images = Enumerable.Range(0, Images).Select(_ => new RasterImage(Width, Height, 1, new byte[(long)Width * Height])).ToArray();
        var row = 0L;
        foreach (var partial in partials)
            for (var start = 0; start < partial.Length; start += Width, row++)
                partial.AsSpan(start, Width).CopyTo(images[row / Height].Row((int)(row % Height)));
        return images;
    }

    /// <summary>Exact: every pixel is equal.</summary>
    public bool Agrees(IReadOnlyList<RasterImage> answer, IReadOnlyList<RasterImage> expected) => answer.SequenceEqual(expected);
}

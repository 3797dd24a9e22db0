namespace LearningKit.Workloads;

/// <summary>
/// A cloudy grey texture made from a seed, with single black and white pixels sprinkled on it, as a bad sensor does. It is
/// known what it would be without them. Any row can be made by itself.
/// </summary>
/// <param name="Width">Pixels a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Seed">The seed.</param>
public sealed record Texture(int Width, int Height, int Seed)
{
    /// <summary>One pixel in this many is black or white.</summary>
    const int OneIn = 64;

    /// <summary>Makes the whole image, with the bad pixels.</summary>
    public RasterImage Render() => Render(RenderRow);

    /// <summary>The truth: the image without the bad pixels.</summary>
    public RasterImage RenderClean() => Render(RenderCleanRow);

    /// <summary>Makes one row, with the bad pixels.</summary>
    /// <param name="y">The row's number.</param>
    /// <param name="row">Takes the pixels.</param>
    public void RenderRow(int y, Span<byte> row)
    {
        RenderCleanRow(y, row);
        for (var x = 0; x < row.Length; x++)
        {
            var bits = PixelNoise.At(Seed, x, y);
            if (bits % OneIn == 0) row[x] = (bits >> 32 & 1) == 0 ? byte.MinValue : byte.MaxValue;
        }
    }

    void RenderCleanRow(int y, Span<byte> row)
    {
        // Value noise: random brightness at the corners of a grid, interpolated; a coarse grid and a fine one.
        row.Fill(16);
        AddGrid(y, row, spacing: 64, strength: 160);
        AddGrid(y, row, spacing: 16, strength: 64);
    }

    void AddGrid(int y, Span<byte> row, int spacing, int strength)
    {
        var (cellY, dy) = Math.DivRem(y, spacing);
        for (var x = 0; x < row.Length;)
        {
            var cellX = x / spacing;
            var left = Corner(cellX, cellY) * (spacing - dy) + Corner(cellX, cellY + 1) * dy;
            var right = Corner(cellX + 1, cellY) * (spacing - dy) + Corner(cellX + 1, cellY + 1) * dy;
            for (var dx = 0; dx < spacing && x < row.Length; dx++, x++)
                row[x] += (byte)((left * (spacing - dx) + right * dx) / (spacing * spacing) * strength >> 8);
        }

        int Corner(int x, int y) => (int)(PixelNoise.At(Seed ^ spacing, ~x, ~y) & 0xFF);
    }

    RasterImage Render(RowMaker make)
    {
        var image = new RasterImage(Width, Height, 1, new byte[(long)Width * Height]);
        for (var y = 0; y < Height; y++) make(y, image.Row(y));
        return image;
    }

    delegate void RowMaker(int y, Span<byte> row);
}

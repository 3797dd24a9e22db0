namespace LearningKit.Workloads;

/// <summary>
/// A night sky made from a seed: round stars on a noisy dark ground, of which it is known how many there are and where.
/// Any row can be made by itself, so a part of a huge image needs no other part.
/// </summary>
/// <remarks>
/// The image is laid out in cells of 16 x 16 pixels; a third of them holds a star whose light stays inside its cell, so
/// that no two stars touch. Noise stays below <see cref="Threshold"/>, and every pixel of a star above it is next to a
/// brighter one: counting connected pixels above the threshold gives the true number.
/// </remarks>
/// <param name="Width">Pixels a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Seed">The seed.</param>
public sealed record StarField(int Width, int Height, int Seed)
{
    /// <summary>What is brighter belongs to a star.</summary>
    public const byte Threshold = 64;

    const int Cell = 16;
    const int Reach = 5;            // pixels from a star's centre that its light reaches
    const int BrightestNoise = 24;

    /// <summary>How bright a star is at a squared distance, in 256ths of its peak: a Gaussian of 1.5 pixels.</summary>
    static readonly int[] profile =
        [.. Enumerable.Range(0, 2 * Reach * Reach + 1).Select(squared => (int)Math.Round(256 * Math.Exp(-squared / 4.5)))];

    /// <summary>The truth: every star, by rows of cells.</summary>
    public IEnumerable<Star> Stars =>
        from cellY in Enumerable.Range(0, Height / Cell)
        from star in StarsOfCellRow(cellY)
        select star;

    /// <summary>Makes the whole image.</summary>
    public RasterImage Render()
    {
        var image = new RasterImage(Width, Height, 1, new byte[(long)Width * Height]);
        Render(0, Height, (y, row) => row.CopyTo(image.Row(y)));
        return image;
    }

    /// <summary>Makes some rows, one after the other.</summary>
    /// <param name="first">The first row.</param>
    /// <param name="end">One past the last row.</param>
    /// <param name="use">Gets each row's number and pixels, which are valid during the call.</param>
    internal void Render(int first, int end, RowUser use)
    {
        var row = new byte[Width];
        var (cellRow, stars) = (-1, Array.Empty<Star>());
        for (var y = first; y < end; y++)
        {
            if (y / Cell != cellRow) (cellRow, stars) = (y / Cell, [.. StarsOfCellRow(y / Cell)]);
            AddNoise(y, row);
            foreach (var star in stars) AddStar(star, y, row);
            use(y, row);
        }
    }

    /// <summary>Gets a row of an image.</summary>
    internal delegate void RowUser(int y, ReadOnlySpan<byte> row);

    IEnumerable<Star> StarsOfCellRow(int cellY)
    {
        if ((cellY + 1) * Cell > Height) yield break;   // a cell that does not fit is empty
        for (var cellX = 0; cellX < Width / Cell; cellX++)
        {
            var bits = PixelNoise.At(Seed, cellX, ~cellY);
            if (bits % 3 != 0) continue;
            var (dx, dy) = ((int)(bits >> 8 & 0xFF) * (Cell - 2 * Reach - 1) >> 8, (int)(bits >> 16 & 0xFF) * (Cell - 2 * Reach - 1) >> 8);
            yield return new(cellX * Cell + Reach + dx, cellY * Cell + Reach + dy, 170 + (int)(bits >> 24 & 0x3F));
        }
    }

    void AddNoise(int y, Span<byte> row)
    {
        for (var x = 0; x < row.Length;)
            for (var bits = PixelNoise.At(Seed, x, y); x < row.Length; bits >>= 8)
            {
                row[x] = (byte)((bits & 0xFF) * (BrightestNoise + 1) >> 8);
                if (++x % 8 == 0) break;
            }
    }

    static void AddStar(Star star, int y, Span<byte> row)
    {
        var dy = y - star.Y;
        if (Math.Abs(dy) > Reach) return;
        for (var dx = -Reach; dx <= Reach; dx++) row[star.X + dx] += (byte)(star.Peak * profile[dx * dx + dy * dy] >> 8);
    }
}

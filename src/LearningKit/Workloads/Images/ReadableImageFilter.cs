namespace LearningKit.Workloads;

/// <summary>Filters images pixel by pixel, as one would write it down. <see cref="FastImageFilter"/> gives the same pixels.</summary>
public static class ReadableImageFilter
{
    /// <summary>Filters a grey image.</summary>
    /// <exception cref="ArgumentException">The image is in colour.</exception>
    public static RasterImage Apply(ImageFilter filter, RasterImage image)
    {
        if (image.Channels != 1) throw new ArgumentException("Filters work on grey images; this one is in colour.", nameof(image));
        var result = new RasterImage(image.Width, image.Height, 1, new byte[image.Samples.Length]);
        for (var y = 0; y < image.Height; y++)
            for (var x = 0; x < image.Width; x++)
                result.Row(y)[x] = Pixel(filter, Neighbours(image, x, y));
        return result;
    }

    /// <summary>The pixel and its eight neighbours, row by row.</summary>
    static int[] Neighbours(RasterImage image, int x, int y)
    {
        var pixels = new int[9];
        for (var i = 0; i < 9; i++)
        {
            var (nx, ny) = (Math.Clamp(x + i % 3 - 1, 0, image.Width - 1), Math.Clamp(y + i / 3 - 1, 0, image.Height - 1));
            pixels[i] = image.Row(ny)[nx];
        }
        return pixels;
    }

    static byte Pixel(ImageFilter filter, int[] p)
    {
        switch (filter)
        {
            case ImageFilter.Blur:
                return (byte)((p[0] + 2 * p[1] + p[2] + 2 * p[3] + 4 * p[4] + 2 * p[5] + p[6] + 2 * p[7] + p[8] + 8) / 16);
            case ImageFilter.Sobel:
                var horizontal = p[2] + 2 * p[5] + p[8] - p[0] - 2 * p[3] - p[6];
                var vertical = p[6] + 2 * p[7] + p[8] - p[0] - 2 * p[1] - p[2];
                return (byte)Math.Min(255, Math.Abs(horizontal) + Math.Abs(vertical));
            case ImageFilter.Median:
                Array.Sort(p);
                return (byte)p[4];
            default:
                throw new ArgumentOutOfRangeException(nameof(filter), filter, "There is no such filter.");
        }
    }
}

using LearningKit.Workloads;

namespace LearningKit.Data;

/// <summary>Makes data sets of any size from a seed.</summary>
/// <param name="Name">The name in commands.</param>
/// <param name="Summary">What it makes, in one sentence.</param>
/// <param name="SizeMeaning">What the size counts, with its unit.</param>
/// <param name="DefaultSize">A useful size.</param>
/// <param name="Extension">What the file's name ends in.</param>
/// <param name="Write">Writes a data set: path, size, seed, progress from 0 to 1, cancellation.</param>
public sealed record DatasetGenerator(
    string Name, string Summary, string SizeMeaning, long DefaultSize, string Extension,
    Action<string, long, int, IProgress<double>?, CancellationToken> Write)
{
    /// <summary>Every generator of the kit.</summary>
    public static IReadOnlyList<DatasetGenerator> All { get; } =
    [
        new("weather", "weather readings of a hundred cities as CSV", "rows", 1_000_000, ".csv", WriteWeather),
        new("stars", "a night sky with stars as PNG", "pixels a side", 1024, ".png",
            (path, size, seed, _, _) => WriteImage(path, size, side => new StarField(side, side, seed).Render())),
        new("texture", "a cloudy texture with bad pixels as PNG", "pixels a side", 1024, ".png",
            (path, size, seed, _, _) => WriteImage(path, size, side => new Texture(side, side, seed).Render())),
    ];

    static void WriteWeather(string path, long size, int seed, IProgress<double>? progress, CancellationToken cancel) =>
        new WeatherReadings(size, seed).Write(path, progress is null ? null : new Fraction(progress, size), cancel);

    static void WriteImage(string path, long size, Func<int, RasterImage> render)
    {
        const int MostPixels = 32_768;
        if (size is < 1 or > MostPixels)
            throw new ArgumentOutOfRangeException(nameof(size), size, $"An image has from 1 to {MostPixels} pixels a side.");
        DiskSpace.Require(path, size * size);
        Png.Write(path, render((int)size));
    }

    sealed class Fraction(IProgress<double> progress, long rows) : IProgress<long>
    {
        public void Report(long value) => progress.Report((double)value / rows);
    }
}

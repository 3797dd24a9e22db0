namespace LearningKit.Workloads;

/// <summary>Every workload of the kit by name. A new workload adds its file and one line here.</summary>
public static class WorkloadCatalog
{
    /// <summary>All workloads in the order in which lessons meet them.</summary>
    public static IReadOnlyList<WorkloadInfo> All { get; } =
    [
        new("monte-carlo-pi", "estimates pi from random points in a square", "points", 1_000_000_000, (size, seed) => Problem.Of(new MonteCarloPi(size, seed))),
        new("mandelbrot", "draws the Mandelbrot set, 1,000 steps at most", "pixels a side", 2048, (size, _) => Problem.Of(new Mandelbrot(checked((int)size), checked((int)size), 1000, MandelbrotView.CheapTop))) { WorkExponent = 2 },
        new("sort-numbers", "sorts runs of random numbers and merges them", "numbers", 10_000_000, (size, seed) => Problem.Of(new SortNumbers(checked((int)size), seed))),
        new("count-primes", "counts primes with a segmented sieve", "the last number looked at", 1_000_000_000, (size, _) => Problem.Of(new CountPrimes(size))),
        new("matrix-product", "the product of two square matrices of doubles", "rows of each matrix", 1536, (size, seed) => Problem.Of(new MatrixProduct(checked((int)size), seed))) { WorkExponent = 3 },
        new("heat", "heat spreading over a square plate, 64 Jacobi sweeps", "cells a side of the plate", 4096, (size, seed) => Problem.Of(new Heat(checked((int)size), Steps: 64, seed))) { WorkExponent = 2 },
        new("triad", "the vector triad a = b + s c, limited by memory alone", "elements of each array", 1 << 26, (size, seed) => Problem.Of(new Triad(size, seed))),
        new("word-count", "counts how often each word occurs in the .NET SDK's documentation", "bytes of text", 200_000_000, (size, _) => Problem.Of(new WordCount(Bytes: size))),
        new("weather-by-station", "sums up weather readings from a CSV file per station", "rows", 20_000_000, (size, seed) => Problem.Of(new WeatherByStation(new WeatherReadings(size, seed).Make()))),
        new("count-stars", "finds the stars in a night sky made from a seed", "pixels a side", 4096, (size, seed) => Problem.Of(new CountStars(new(checked((int)size), checked((int)size), seed)))) { WorkExponent = 2 },
        new("filter-images", "takes the median of each pixel's neighbourhood in made images of 512 x 512 pixels", "images", 100, (size, seed) => Problem.Of(new FilterImages(checked((int)size), 512, 512, ImageFilter.Median, seed))),
        new("fetch-values", "asks a local web server for values that take it 20 ms each", "requests", 50, (size, _) => Problem.Of(new FetchValues(LocalServer.Shared.Address, LocalServer.Shared.Key, checked((int)size)))),
    ];

    /// <summary>Finds a workload by its name.</summary>
    /// <exception cref="ArgumentException">No workload has that name; the message lists those that exist.</exception>
    public static WorkloadInfo Find(string name) =>
        All.FirstOrDefault(workload => workload.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"There is no workload '{name}'. There are: {string.Join(", ", All.Select(w => w.Name))}.", nameof(name));
}

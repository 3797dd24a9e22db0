using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using LearningKit.Engines;
using LearningKit.Workloads;

namespace LearningKit.Benchmarks;

/// <summary>Minimum, mean and maximum per station from a CSV file, against DuckDB and Polars on the same file with two threads.</summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 3, iterationCount: 10)]
public class WeatherBenchmarks : IDisposable
{
    static readonly WeatherReadings readings = new(20_000_000, Seed: 1);
    NodePeers peers = null!;
    WeatherByStation weather = null!;

    [GlobalSetup]
    public void Setup()
    {
        peers = new(threads: 2);
        weather = new(readings.Make());
        var truth = readings.Truth();
        foreach (var answer in new[] { TwoThreads(), DuckDb(), Polars() })
            if (answer != truth) throw new InvalidOperationException($"An answer is wrong: {answer} instead of {truth}.");
    }

    [GlobalCleanup]
    public void Dispose()
    {
        peers.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public WeatherSummary OneThread() => weather.Solve();

    [Benchmark]
    public WeatherSummary TwoThreads() => new ThreadEngine().RunAsync(weather, new() { Workers = 2 }).GetAwaiter().GetResult();

    [Benchmark]
    public WeatherSummary OneThreadReadable() => WeatherSummary.Merge(weather.Divide(1).Select(part => ReadableWeatherReader.Summarise(part)));

    [Benchmark(Baseline = true)]
    public WeatherSummary DuckDb() => Ask("duckdb-weather");

    [Benchmark]
    public WeatherSummary Polars() => Ask("polars-weather");

    WeatherSummary Ask(string question) => new(
    [
        .. peers.Ask(question, weather.Path).EnumerateArray()
            .Select(row => new StationSummary(row[0].GetString()!, row[1].GetInt64(), row[2].GetInt64(), row[3].GetInt32(), row[4].GetInt32()))
            .OrderBy(station => station.Station, StringComparer.Ordinal),
    ]);
}

using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using LearningKit.Engines;
using LearningKit.Workloads;

namespace LearningKit.Benchmarks;

/// <summary>
/// How often each word occurs in 100 MB of the SDK's documentation, against chDB on the same file with two threads, and
/// against <c>wc -w</c>, which counts words without telling them apart.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 3, iterationCount: 10)]
public class WordBenchmarks : IDisposable
{
    const int Bytes = 100_000_000;

    NodePeers peers = null!;
    readonly string path = Path.Combine(BenchmarkPaths.Artifacts, "benchmarks", "words.txt");
    WordCount count = null!;

    /// <summary>The total, the number of different words, and the ten most frequent: what chDB is asked for too.</summary>
    public sealed record Answer(long Total, long Distinct, string Top);

    [GlobalSetup]
    public void Setup()
    {
        peers = new(threads: 2);
        WriteText();
        count = new(path);
        var expected = Summary(ReadableWordCounter.Merge(count.Divide(1).Select(ReadableWordCounter.Count)));
        foreach (var answer in new[] { OneThread(), TwoThreads(), ChDb(), expected with { Total = Wc() } })
            if (answer != expected) throw new InvalidOperationException($"An answer is wrong: {answer} instead of {expected}.");
    }

    [GlobalCleanup]
    public void Dispose()
    {
        peers.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public Answer OneThread() => Summary(count.Solve());

    [Benchmark]
    public Answer TwoThreads() => Summary(new ThreadEngine().RunAsync(count, new() { Workers = 2, Parts = 2 }).GetAwaiter().GetResult());

    [Benchmark(Baseline = true)]
    public long Wc()
    {
        using var wc = Process.Start(new ProcessStartInfo("wc", ["-w", path]) { RedirectStandardOutput = true })!;
        var total = wc.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
        wc.WaitForExit();
        return long.Parse(total);
    }

    [Benchmark]
    public Answer ChDb()
    {
        var answer = peers.Ask("chdb-words", path);
        return new(answer[0].GetInt64(), answer[1].GetInt64(), string.Join(' ', answer[2].EnumerateArray().Select(word => $"{word[0]}={word[1]}")));
    }

    static Answer Summary(WordCounts counts) =>
        new(counts.Total, counts.Distinct, string.Join(' ', counts.Top(10).Select(word => $"{word.Key}={word.Value}")));

    /// <summary>Writes the text as one file, with '?' for what is not ASCII: wc counts by the rules of the locale there.</summary>
    void WriteText()
    {
        if (File.Exists(path) && new FileInfo(path).Length == Bytes) return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = File.Create(path);
        for (var written = 0L; written < Bytes;)
            foreach (var range in new WordCount().Divide(1)[0].Ranges)
            {
                var bytes = File.ReadAllBytes(range.Path).AsSpan((int)range.Start);
                bytes = bytes[..(int)Math.Min(bytes.Length, Bytes - written)];
                foreach (ref var value in bytes)
                    if (value > 0x7E) value = (byte)'?';
                file.Write(bytes);
                written += bytes.Length;
            }
    }
}

using BenchmarkDotNet.Attributes;
using LearningKit.Workloads;

namespace LearningKit.Benchmarks;

/// <summary>Counting the primes up to 100,000,000: the sieve as it is taught, and the one that stays in the cache.</summary>
public class PrimesBenchmarks
{
    const int Limit = 100_000_000;

    [Benchmark(Baseline = true)] public int AsTaught() => SieveOfEratosthenes.Primes(Limit).Count();

    [Benchmark] public long Segmented() => new CountPrimes(Limit).Solve();
}

using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using LearningKit.Workloads;

namespace LearningKit.Benchmarks;

/// <summary>Monte-Carlo pi on one thread, point by point, against the same generator in C. Both count the same hits.</summary>
public class PiScalarBenchmarks
{
    const int Blocks = 4096;
    static readonly IndexRange samples = new(0, Blocks * 4096L);

    [DllImport("peers")]
    static extern long pi_scalar(int seed, long blocks);

    [Benchmark(Baseline = true)] public long C() => pi_scalar(1, Blocks);

    [Benchmark] public long Readable() => PiReadable.CountHits(1, samples);

    [Benchmark] public long BranchFree() => PiBranchFree.CountHits(1, samples);
}

/// <summary>Monte-Carlo pi on one thread with vectors as wide as the machine's, against gcc's vectors.</summary>
public class PiVectorBenchmarks
{
    const int Blocks = 16384;
    static readonly IndexRange samples = new(0, Blocks * 4096L);

    [DllImport("peers")]
    static extern long pi_vector(int seed, long blocks);

    [Benchmark(Baseline = true)] public long C() => pi_vector(1, Blocks);

    [Benchmark]
    public long Vectors() =>
        Vector512.IsHardwareAccelerated ? PiVector512.CountHits(1, samples) : PiVector256.CountHits(1, samples);
}

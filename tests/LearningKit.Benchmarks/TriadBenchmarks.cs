using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using LearningKit.Engines;
using LearningKit.Workloads;

namespace LearningKit.Benchmarks;

/// <summary>
/// The vector triad over three arrays of 256 MiB; the same loop in C is the peer. STREAM's figure in GB/s is
/// 24 x 2^25 bytes over the time.
/// </summary>
public unsafe class TriadBenchmarks
{
    const int Length = 1 << 25;

    readonly double[] a = new double[Length], b = new double[Length], c = new double[Length];
    static readonly WorkerTeam team = new(2);   // parked while not in use

    [DllImport("peers")]
    static extern void triad(double* a, double* b, double* c, double s, long n);

    [GlobalSetup]
    public void Touch()
    {
        Array.Fill(a, 1);
        Array.Fill(b, 2);
        Array.Fill(c, 3);
    }

    [Benchmark(Baseline = true)]
    public void C()
    {
        fixed (double* pa = a, pb = b, pc = c) triad(pa, pb, pc, 3, Length);
    }

    [Benchmark] public void Plain() => PlainTriad.Run(a, b, c, 3);

    [Benchmark] public void Vector() => VectorTriad.Run(a, b, c, 3);

    [Benchmark] public void PastCache() => VectorTriad.RunPastCache(a, b, c, 3);

    [Benchmark]
    public void PastCacheTwoWorkers() => team.Run(worker =>
    {
        var half = new Range(worker * (Length / 2), (worker + 1) * (Length / 2));
        VectorTriad.RunPastCache(a.AsSpan(half), b.AsSpan(half), c.AsSpan(half), 3);
    });
}

using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using LearningKit.Engines;
using LearningKit.Workloads;

namespace LearningKit.Benchmarks;

/// <summary>16 Jacobi steps on 4096 x 4096 cells; plain sweeps in C on one thread are the peer for one worker and for two.</summary>
public unsafe class HeatBenchmarks
{
    const int Size = 4096;
    const int Steps = 16;

    readonly double[] grid = new Heat(Size, Steps, Seed: 1).Start();
    readonly double[] other = new double[Size * Size];
    static readonly WorkerTeam team = new(2);   // parked while not in use

    [DllImport("peers")]
    static extern void heat_sweep(double* from, double* to, long rows, long columns);

    [Benchmark(Baseline = true)]
    public void C()
    {
        fixed (double* even = grid, odd = other)
            for (var step = 0; step < Steps; step++)
                heat_sweep(step % 2 == 0 ? even : odd, step % 2 == 0 ? odd : even, Size, Size);
    }

    [Benchmark]
    public void Plain()
    {
        for (var step = 0; step < Steps; step++)
            PlainJacobi.Sweep(step % 2 == 0 ? grid : other, step % 2 == 0 ? other : grid, Size, Size);
    }

    [Benchmark] public void Vector() => VectorJacobi.Run(grid, other, Size, Size, Steps);

    [Benchmark] public void Wavefront() => WavefrontJacobi.Run(grid, other, Size, Size, Steps);

    [Benchmark] public void VectorTwoWorkers() => VectorJacobi.Run(grid, other, Size, Size, Steps, team);

    [Benchmark] public void WavefrontTwoWorkers() => WavefrontJacobi.Run(grid, other, Size, Size, Steps, team);
}

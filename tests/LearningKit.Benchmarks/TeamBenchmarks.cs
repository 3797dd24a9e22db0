using BenchmarkDotNet.Attributes;
using LearningKit.Engines;

namespace LearningKit.Benchmarks;

/// <summary>An empty parallel region of two workers: what forking and joining alone cost.</summary>
public class TeamBenchmarks
{
    const int Phases = 1000;

    static readonly WorkerTeam team = new(2);   // parked while not in use
    readonly Action<int> nothing = static _ => { };

    [Benchmark(Baseline = true)] public void ParallelFor() => Parallel.For(0, 2, nothing);

    [Benchmark] public void Team() => team.Run(nothing);

    [Benchmark(OperationsPerInvoke = Phases)]
    public void TeamBarrier() => team.Run(_ =>
    {
        for (var phase = 0; phase < Phases; phase++) team.Barrier();
    });

    [Benchmark]
    public void NewThread()
    {
        var thread = new Thread(() => nothing(1));
        thread.Start();
        nothing(0);
        thread.Join();
    }
}

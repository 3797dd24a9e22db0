using System.Collections.Concurrent;
using LearningKit.Mpi.Conformance;
using LearningKit.Mpi.Native;

namespace LearningKit.Mpi.Tests;

/// <summary>The suite on ranks of a real MPI. Skipped where its launcher is not installed.</summary>
public abstract class NativeConformance(MpiKind kind)
{
    static readonly ConcurrentDictionary<(MpiKind, int), Lazy<IReadOnlyDictionary<string, string?>>> results = [];

    public static IEnumerable<object[]> Cases =>
        from one in MpiCase.All
        from ranks in new[] { 1, 2, 3, 4 }
        where one.MinRanks <= ranks
        select new object[] { one.Name, ranks };

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public void Case_OnRanks_Holds(string name, int ranks)
    {
        var launcher = MpiLauncher.Find(kind);
        Skip.If(launcher is null, $"There is no launcher of {kind}: install it by ./kit setup, or apt-get install {(kind == MpiKind.OpenMpi ? "openmpi-bin" : "mpich")}.");
        var all = results.GetOrAdd((kind, ranks), _ => new(() => MpiJob.Run(launcher, ranks, MpiCase.All))).Value;
        Assert.True(all[name] is null, all[name]);
    }
}

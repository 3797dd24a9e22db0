using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using LearningKit.Benchmarks;

// Started by mpirun, on each rank: see the README in Mpi.
if (args is ["mpi"])
{
    MessageFigures.Run();
    return;
}

// Both would slow the peer down and flatter us: OpenBLAS is to choose its own kernel and block sizes.
Environment.SetEnvironmentVariable("OPENBLAS_CORETYPE", null);
Environment.SetEnvironmentVariable("OPENBLAS_L2_SIZE", null);

var config = ManualConfig.Create(DefaultConfig.Instance).WithArtifactsPath(Path.Combine(BenchmarkPaths.Artifacts, "benchmarks"));
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);

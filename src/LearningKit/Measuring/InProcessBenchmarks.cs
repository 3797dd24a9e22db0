using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Perfolizer.Horology;
using Perfolizer.Mathematics.OutlierDetection;

namespace LearningKit.Measuring;

/// <summary>Runs BenchmarkDotNet in this process, so that a notebook can use it on a class from one of its cells.</summary>
/// <example>
/// <code>
/// public class Sums
/// {
///     readonly int[] numbers = Enumerable.Range(0, 1000).ToArray();
///     [Benchmark(Baseline = true)] public int Linq() => numbers.Sum();
///     [Benchmark] public int Loop() { var sum = 0; foreach (var n in numbers) sum += n; return sum; }
/// }
/// display(new TimingChart(InProcessBenchmarks.Run&lt;Sums>()));
/// </code>
/// </example>
/// <remarks>
/// A process that has done other things before is not a fresh one: headline numbers come from tests/LearningKit.Benchmarks,
/// which starts a process for each benchmark.
/// </remarks>
public static class InProcessBenchmarks
{
    /// <summary>Runs every method of <typeparamref name="T"/> that is marked [Benchmark].</summary>
    /// <typeparam name="T">A public class with a public constructor without parameters.</typeparam>
    /// <returns>One timing a method and set of parameters, in the order of BenchmarkDotNet.</returns>
    /// <exception cref="DebugBuildException">The class was compiled without optimisation.</exception>
    /// <exception cref="InvalidOperationException">A benchmark failed, or there is none: says what BenchmarkDotNet says.</exception>
    public static IReadOnlyList<Timing> Run<T>() where T : class
    {
        BuildMode.Refuse([typeof(T).Assembly]);
        var log = new AccumulationLogger();
        var folder = Directory.CreateTempSubdirectory("learningkit-benchmarks-");
        try
        {
            var config = new ManualConfig { ArtifactsPath = folder.FullName }
                .AddJob(Job.ShortRun
                    .WithToolchain(InProcessNoEmitToolchain.Instance)
                    .WithIterationCount(SamplerOptions.FewestRepeats)
                    .WithIterationTime(TimeInterval.FromMilliseconds(50))
                    .WithOutlierMode(OutlierMode.DontRemove))
                .AddLogger(log)
                .AddColumnProvider(DefaultColumnProviders.Instance)
                .WithOptions(ConfigOptions.DisableLogFile);
            var reports = BenchmarkRunner.Run<T>(config).Reports;
            if (reports.Length == 0 || !reports.All(report => report.Success)) throw Failure(null);
            return [.. reports.Select(ToTiming)];
        }
        catch (NullReferenceException e)
        {
            // Version 0.14 stumbles over its own report of an in-process benchmark that threw; what it threw is in the log.
            throw Failure(e);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        InvalidOperationException Failure(Exception? cause) =>
            new($"BenchmarkDotNet could not run '{typeof(T).Name}'. It says:{Environment.NewLine}{log.GetLog()}", cause);
    }

    static Timing ToTiming(BenchmarkReport report)
    {
        var cold = report.AllMeasurements.Where(m => m is { IterationMode: IterationMode.Workload, IterationStage: IterationStage.Jitting }).Select(SecondsOf).Cast<double?>().FirstOrDefault();
        return new()
        {
            Name = report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo + (report.BenchmarkCase.HasParameters ? $" {report.BenchmarkCase.Parameters.DisplayInfo}" : ""),
            ColdSeconds = cold,
            WarmUp = [.. report.AllMeasurements.Where(m => m is { IterationMode: IterationMode.Workload, IterationStage: IterationStage.Warmup }).Select(SecondsOf)],
            Seconds = [.. report.GetResultRuns().Select(SecondsOf)],
            CallsPerSample = (int)report.GetResultRuns()[0].Operations,
        };

        static double SecondsOf(Measurement measurement) => measurement.Nanoseconds / measurement.Operations / 1e9;
    }
}

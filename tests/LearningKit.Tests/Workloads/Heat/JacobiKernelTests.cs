using FsCheck;
using FsCheck.Fluent;
using LearningKit.Engines;
using LearningKit.Workloads;
using Xunit;

namespace LearningKit.Tests.Workloads;

public sealed class JacobiKernelTests
{
    delegate double[] Kernel(double[] grid, double[] other, int rows, int columns, int steps, WorkerTeam? team = null);

    static readonly (string Name, Kernel Run)[] kernels = [("vector", VectorJacobi.Run), ("wavefront", WavefrontJacobi.Run)];

    [Fact]
    public void AllKernels_AnyGridStepsAndWorkers_EqualPlainSweepsToTheLastBit() =>
        Prop.ForAll(
            (from rows in Gen.OneOf(Gen.Choose(0, 12), Gen.Choose(0, 150))
             from columns in Gen.OneOf(Gen.Choose(0, 12), Gen.Choose(0, 40))
             from steps in Gen.Choose(0, 50)
             from workers in Gen.Choose(0, 4)
             select (rows, columns, steps, workers)).ToArbitrary(),
            input =>
            {
                var (rows, columns, steps, workers) = input;
                var start = Numbers(rows * columns);
                var expected = PlainSteps(start, rows, columns, steps);
                using var team = workers == 0 ? null : new WorkerTeam(workers);
                foreach (var (name, run) in kernels)
                {
                    var other = new double[start.Length];
                    Array.Fill(other, double.NaN);
                    var last = run([.. start], other, rows, columns, steps, team);
                    Assert.True(last.AsSpan().SequenceEqual(expected), $"The kernel '{name}' is wrong for {input}.");
                }
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void AllKernels_GridsThatDoNotFit_AreRefused()
    {
        var grid = new double[12];
        Assert.Throws<ArgumentException>(() => PlainJacobi.Sweep(grid, new double[11], 3, 4));
        foreach (var (_, run) in kernels)
        {
            Assert.Contains("3 x 5 cells must hold 15 numbers but holds 12", Assert.Throws<ArgumentException>(() => run(grid, new double[12], 3, 5, 1)).Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentException>(() => run(grid, grid, 3, 4, 1));
            Assert.Throws<ArgumentException>(() => run(grid, new double[12], 3, 4, -1));
        }
    }

    static double[] PlainSteps(double[] start, int rows, int columns, int steps)
    {
        var (from, to) = (start.ToArray(), start.ToArray());
        for (var step = 0; step < steps; step++)
        {
            PlainJacobi.Sweep(from, to, rows, columns);
            (from, to) = (to, from);
        }
        return from;
    }

    static double[] Numbers(int count)
    {
        var random = new Random(count);
        var numbers = new double[count];
        for (var i = 0; i < count; i++) numbers[i] = random.NextDouble() * 100;
        return numbers;
    }
}

using FsCheck;
using FsCheck.Fluent;
using LearningKit.Engines;
using LearningKit.Workloads;
using Xunit;

namespace LearningKit.Tests.Workloads;

public sealed class TriadTests
{
    delegate void Kernel(Span<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> c, double s);

    static readonly (string Name, Kernel Run)[] kernels = [("vector", VectorTriad.Run), ("past the cache", VectorTriad.RunPastCache)];

    [Fact]
    public void AllKernels_AnyLengthAndAlignment_EqualThePlainLoop() =>
        Prop.ForAll(Gen.Choose(0, 200).Two().ToArbitrary(), input =>
        {
            var (length, offset) = (input.Item1, input.Item2 % 9);
            var random = new Random(length);
            var (b, c) = (new double[length], new double[length]);
            for (var i = 0; i < length; i++) (b[i], c[i]) = (random.NextDouble(), random.NextDouble());
            var expected = new double[length];
            PlainTriad.Run(expected, b, c, 3);
            foreach (var (name, run) in kernels)
            {
                var room = new double[length + 20];
                run(room.AsSpan(offset, length), b, c, 3);
                Assert.True(room.AsSpan(offset, length).SequenceEqual(expected), $"The kernel '{name}' is wrong for length {length}, offset {offset}.");
                Assert.Equal(0, room[..offset].Sum() + room[(offset + length)..].Sum());   // nothing beside was touched
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void AllKernels_ArraysOfDifferentLengths_AreRefused()
    {
        foreach (var run in kernels.Select(k => k.Run).Append(PlainTriad.Run))
        {
            Assert.Throws<ArgumentException>(() => run(new double[20], new double[19], new double[20], 3));
            Assert.Throws<ArgumentException>(() => run(new double[20], new double[20], new double[21], 3));
        }
    }

    [Fact]
    public void Gather_AnyLengthAndParts_IsTheExactSum() =>
        Prop.ForAll(Gen.Choose(0, 5000).Two().ToArbitrary(), input =>
        {
            var triad = new Triad(input.Item1, Seed: input.Item2);
            return triad.Gather(triad.Divide(input.Item2 + 1).Select(triad.Execute)) == triad.Exact() && triad.Solve() == triad.Exact();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task RunAsync_TeamEngine_IsTheExactSum()
    {
        await using var engine = new TeamEngine();
        var triad = new Triad(100_003, Seed: -5);
        Assert.Equal(triad.Exact(), await engine.RunAsync(triad, new() { Workers = 3 }));
    }
}

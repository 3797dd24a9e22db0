using FsCheck;
using FsCheck.Fluent;
using LearningKit.Engines;
using LearningKit.Workloads;
using Xunit;

namespace LearningKit.Tests.Workloads;

public sealed class HeatTests
{
    [Fact]
    public void Gather_AnySizeStepsAndParts_EqualsSerialAndTheFormula() =>
        Prop.ForAll(Gen.Choose(0, 60).Three().ToArbitrary(), input =>
        {
            var (size, steps, parts) = input;
            var heat = new Heat(size, steps, Seed: size + parts);
            var divided = heat.Gather(heat.Divide(parts + 1).Select(heat.Execute));
            // Rounding: some 1e-16 of the temperature (300 degrees at most) for each step.
            var exact = heat.Exact().Zip(divided).All(pair => Math.Abs(pair.First - pair.Second) <= 3e-13 * (steps + 1));
            return exact && heat.Agrees(divided, heat.Solve());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task RunAsync_TeamEngine_EqualsSerial()
    {
        await using var engine = new TeamEngine();
        var heat = new Heat(129, 33, 7);
        Assert.True(heat.Agrees(await engine.RunAsync(heat, new() { Workers = 3 }), heat.Solve()));
    }

    [Fact]
    public void Start_EdgesAreColdAndTheSeedChoosesTheWaves()
    {
        var start = new Heat(50, 10, 1).Start();
        Assert.All(start[..50], cell => Assert.Equal(0, cell));
        Assert.All(Enumerable.Range(0, 50), i => Assert.Equal((0, 0), (start[i * 50], start[i * 50 + 49])));
        Assert.Equal(start, new Heat(50, 99, 1).Start());
        Assert.NotEqual(start, new Heat(50, 10, 2).Start());
    }

    [Fact]
    public void Decay_OneWave_IsWhatAPlainSweepLeavesOfIt()
    {
        var wave = new HeatWave(DownWaves: 2, AcrossWaves: 3, Amplitude: 10);
        var start = HeatWave.Superpose([wave], 30, step: 0, 0, 30);
        var next = new double[900];
        PlainJacobi.Sweep(start, next, 30, 30);
        Assert.All(start.Zip(next), pair => Assert.Equal(pair.First * wave.Decay(30), pair.Second, 1e-13));
    }

    [Fact]
    public void Agrees_LastBitOff_SaysNo()
    {
        var heat = new Heat(20, 3, 1);
        var (right, wrong) = (heat.Solve(), heat.Solve());
        wrong[210] = Math.BitIncrement(wrong[210]);
        Assert.False(heat.Agrees(wrong, right));
    }
}

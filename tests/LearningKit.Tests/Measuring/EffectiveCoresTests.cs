using LearningKit.Measuring;
using Xunit;

namespace LearningKit.Tests.Measuring;

public sealed class EffectiveCoresTests
{
    [Fact]
    public void From_WorkOfTwoThreads_IsHeldAgainstTheBestOfOne()
    {
        var cores = EffectiveCores.From([(1, 80), (2, 150), (1, 100), (2, 180), (1, 90), (2, 190)], reported: 2, limit: null);
        Assert.Equal(new EffectiveCores(2, 1.8, cores.Points), cores);
        Assert.Equal([new(1, 0.9), new(2, 1.8)], cores.Points);
    }

    /// <summary>Two threads that share one core do no more than one.</summary>
    [Fact]
    public void From_OneCoreForTwoThreads_IsOneCore() =>
        Assert.Equal(1, EffectiveCores.From([(1, 100), (2, 98), (1, 100), (2, 97), (1, 100), (2, 99)], 2, limit: null).Available);

    [Fact]
    public void From_LimitBelowTheWorkDone_CapsIt()
    {
        var cores = EffectiveCores.From([(1, 100), (2, 200), (4, 390)], reported: 4, limit: 1.5);
        Assert.Equal(1.5, cores.Available);
        Assert.All(cores.Points, point => Assert.True(point.Cores <= 1.5));
    }

    [Fact]
    public void From_ClockSpeedThatRises_NeverGivesMoreThanIsReported() =>
        Assert.Equal(2, EffectiveCores.From([(1, 100), (2, 230)], reported: 2, limit: null).Available);

    [Fact]
    public void Measure_ThisMachine_FindsSomethingUpToWhatIsReported()
    {
        var cores = EffectiveCores.Measure();
        Assert.Equal(Environment.ProcessorCount, cores.Reported);
        Assert.InRange(cores.Available, double.Epsilon, cores.Reported);
        Assert.Equal(1, cores.Points[0].Threads);
        Assert.Equal(Environment.ProcessorCount, cores.Points[^1].Threads);
    }

    [Fact]
    public void Measure_Cancelled_Stops() =>
        Assert.Throws<OperationCanceledException>(() => EffectiveCores.Measure(new(canceled: true)));
}

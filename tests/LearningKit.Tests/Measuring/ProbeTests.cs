using LearningKit.Measuring;
using Xunit;

namespace LearningKit.Tests.Measuring;

public sealed class ProbeTests
{
    [Fact]
    public void Bandwidth_ThisMachine_GivesAFigureForEachNumberOfThreads()
    {
        var bandwidth = BandwidthProbe.Measure(arrayBytes: 1 << 20, CancellationToken.None);
        Assert.Equal(Crew.Sizes(), bandwidth.Points.Select(point => point.Threads));
        Assert.All(bandwidth.Points, point => Assert.True(double.IsFinite(point.Copy) && point.Copy > 0 && double.IsFinite(point.Triad) && point.Triad > 0));
        Assert.InRange(bandwidth.Best, bandwidth.Points[0].Copy, double.MaxValue);
    }

    [Fact]
    public void PeakFlops_ThisMachine_GivesAFigureForEachNumberOfThreads()
    {
        var peak = PeakFlops.Measure();
        Assert.Equal(Crew.Sizes(), peak.Points.Select(point => point.Threads));
        Assert.All(peak.Points, point => Assert.True(double.IsFinite(point.Gigaflops) && point.Gigaflops > 0));
    }

    [Fact]
    public void Probes_Cancelled_Stop()
    {
        var cancelled = new CancellationToken(canceled: true);
        Assert.Throws<OperationCanceledException>(() => PeakFlops.Measure(cancelled));
        Assert.Throws<OperationCanceledException>(() => BandwidthProbe.Measure(1 << 16, cancelled));
    }

    [Fact]
    public void Roofline_Intensity_IsBoundByMemoryLeftOfTheRidgeAndByTheProcessorRightOfIt()
    {
        var roofline = Assert.Single(Roofline.Of(new(256, [new(1, 60), new(4, 200)]), new(1 << 20, [new(1, 12, 10), new(2, 15, 20)])));
        Assert.Equal(new(1, 60, 12), roofline);
        Assert.Equal(5, roofline.Ridge);
        Assert.Equal(24, roofline.Attainable(2));
        Assert.Equal(60, roofline.Attainable(100));
    }

    [Fact]
    public void Crew_Threads_RunAtTheSameTime()
    {
        using var meeting = new Barrier(3);
        Crew.Run(3, (_, _) => Assert.True(meeting.SignalAndWait(TimeSpan.FromMinutes(1))));
        Assert.Equal(1, meeting.CurrentPhaseNumber);
    }

    [Fact]
    public void Crew_ThreadThatThrows_ThrowsToTheCallerAfterAllHaveEnded()
    {
        var ended = 0;
        var failure = Assert.Throws<InvalidOperationException>(() => Crew.Run(3, (number, _) =>
        {
            if (number == 1) throw new TimeoutException("broken");
            Interlocked.Increment(ref ended);
        }));
        Assert.IsType<TimeoutException>(failure.InnerException);
        Assert.Equal(2, ended);
    }

    [Fact]
    public void Sizes_ThisMachine_RiseFromOneToAllProcessors()
    {
        var sizes = Crew.Sizes();
        Assert.Equal((1, Environment.ProcessorCount), (sizes[0], sizes[^1]));
        Assert.Equal(sizes.Order().Distinct(), sizes);
    }
}

using LearningKit.Measuring;
using Xunit;

namespace LearningKit.Tests.Measuring;

public sealed class StudyResultTests
{
    [Fact]
    public void Speedup_Strong_IsSerialOverParallelTime()
    {
        var study = Samples.Study(ScalingKind.Strong, Samples.Around("serial", 8), Point(workers: 4, seconds: 2.5));
        var (speedup, efficiency) = (study.Speedup(study.Points[0]), study.Efficiency(study.Points[0]));
        Assert.Equal(3.2, speedup.Value, 1e-12);
        Assert.Equal(0.8, efficiency.Value, 1e-12);
        Assert.True(speedup.Interval.Contains(3.2) && efficiency.Interval.Contains(0.8));
        Assert.Equal(Verdict.Faster, speedup.Verdict);
    }

    /// <summary>Four times the work in 1.25 times the time.</summary>
    [Fact]
    public void Speedup_Weak_CountsTheWorkThatWasAdded()
    {
        var study = Samples.Study(ScalingKind.Weak, Samples.Around("serial", 2), Point(workers: 4, seconds: 2.5));
        Assert.Equal(3.2, study.Speedup(study.Points[0]).Value, 1e-12);
        Assert.Equal(0.8, study.Efficiency(study.Points[0]).Value, 1e-12);
        Assert.Equal(Verdict.Faster, study.Speedup(study.Points[0]).Verdict);
    }

    [Fact]
    public void Speedup_MachineWithoutASecondCore_ConcludesNothingAboutTwoWorkers()
    {
        var study = Samples.Study(ScalingKind.Strong, Samples.Around("serial", 8), Point(workers: 1, seconds: 9), Point(workers: 2, seconds: 4))
            with
        { Machine = Samples.Machine(TrustBadge.Of(2, 0.9)) };
        Assert.Equal(Verdict.Slower, study.Speedup(study.Points[0]).Verdict);
        Assert.Equal(Verdict.CannotTell, study.Speedup(study.Points[1]).Verdict);
    }

    static StudyPoint Point(int workers, double seconds) => new("threads", workers, 10, Samples.Around($"threads x {workers}", seconds));
}

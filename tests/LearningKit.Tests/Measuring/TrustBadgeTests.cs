using LearningKit.Measuring;
using Xunit;

namespace LearningKit.Tests.Measuring;

public sealed class TrustBadgeTests
{
    [Theory]
    [InlineData(2, 0.9, TrustLevel.None, "2 cores reported, 0.9 to be had: conclude nothing about parallel speed.")]
    [InlineData(1, 1.0, TrustLevel.None, "1 core reported, 1.0 to be had: conclude nothing about parallel speed.")]
    [InlineData(8, 5.1, TrustLevel.Limited, "8 cores reported, 5.1 to be had: expect no speed-up beyond that.")]
    [InlineData(2, 1.5, TrustLevel.Limited, "2 cores reported, 1.5 to be had: expect no speed-up beyond that.")]
    [InlineData(2, 1.9, TrustLevel.Full, "2 cores reported, 1.9 to be had: speed-ups can be trusted.")]
    [InlineData(64, 60, TrustLevel.Full, "64 cores reported, 60.0 to be had: speed-ups can be trusted.")]
    public void Of_ReportedAndEffectiveCores_SaysWhatMayBeConcluded(int reported, double effective, TrustLevel level, string message) =>
        Assert.Equal(new(reported, effective, level, message), TrustBadge.Of(reported, effective));

    [Fact]
    public void Current_AskedTwice_MeasuresOnce() => Assert.Same(TrustBadge.Current, TrustBadge.Current);
}

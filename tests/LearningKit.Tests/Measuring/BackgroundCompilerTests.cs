using LearningKit.Measuring;
using Xunit;

namespace LearningKit.Tests.Measuring;

public sealed class BackgroundCompilerTests
{
    [Theory]
    [InlineData(new long[] { 5, 5, 9 }, 1)]
    [InlineData(new long[] { 5, 6, 8, 8, 9 }, 3)]
    public void Wait_EndsWhenNothingWasCompiledBetweenTwoLooks(long[] counts, int pauses)
    {
        var (looks, paused) = (0, 0);
        BackgroundCompiler.WaitUntilIdle(() => counts[looks++], () => paused++, default);
        Assert.Equal(pauses, paused);
    }

    [Fact]
    public void Wait_ForACompilerThatNeverRests_Ends()
    {
        var count = 0L;
        BackgroundCompiler.WaitUntilIdle(() => count++, () => { }, default);
        Assert.Equal(51, count);
    }

    [Fact]
    public void Wait_IsCancelled()
    {
        using var cancel = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => BackgroundCompiler.WaitUntilIdle(() => 0, cancel.Cancel, cancel.Token));
    }
}

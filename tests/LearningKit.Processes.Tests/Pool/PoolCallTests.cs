namespace LearningKit.Processes.Tests.Pool;

public sealed class PoolCallTests
{
    readonly PoolCall call = new();

    public PoolCallTests() => call.Took(TimeSpan.FromMicroseconds(1));

    [Fact]
    public void SmallTasks_WaitSixteenAtATime()
    {
        Assert.True(call.MayWait(arguments: 100, frame: 128));
        Assert.Equal(16, call.MostBehind);
    }

    [Fact]
    public void LargerTasks_WaitAsManyAsFitIntoAPipe_ButNotTheFirst()
    {
        Assert.False(call.MayWait(arguments: 484, frame: 512));
        Assert.Equal(8, call.MostBehind);
        Assert.True(call.MayWait(arguments: 484, frame: 512));
        Assert.True(call.MayWait(arguments: 100, frame: 128));
        Assert.Equal(8, call.MostBehind);
    }

    [Fact]
    public void Tasks_LargerThanAPipe_DoNotWaitThere()
    {
        Assert.False(call.MayWait(arguments: 1 << 30, frame: (1 << 30) + 28));
        Assert.Equal(0, call.MostBehind);
        Assert.False(call.MayWait(arguments: 1 << 30, frame: (1 << 30) + 28));
    }

    [Fact]
    public void CodeThatGoesAlong_DoesNotMakeTheNextTasksLarge()
    {
        Assert.False(call.MayWait(arguments: 100, frame: 100_000));
        Assert.Equal(16, call.MostBehind);
    }
}

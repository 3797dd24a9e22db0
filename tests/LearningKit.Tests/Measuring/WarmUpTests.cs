using LearningKit.Measuring;
using Xunit;

namespace LearningKit.Tests.Measuring;

public sealed class WarmUpTests
{
    static readonly TimeSpan most = TimeSpan.FromSeconds(2);

    [Fact]
    public void IsOver_TimesThatFall_WaitsUntilTheyAreFlat()
    {
        var warmUp = new WarmUp();
        var milliseconds = 200.0;
        for (; milliseconds > 40; milliseconds *= 0.85) AddAndExpect(warmUp, milliseconds, over: false);
        for (var i = 0; i < WarmUp.Window - 1; i++) AddAndExpect(warmUp, 20, over: false);
        AddAndExpect(warmUp, 20, over: true);
        Assert.True(warmUp.IsStable);
    }

    /// <summary>Code that is compiled quickly is steady, too: thirty calls long.</summary>
    [Fact]
    public void IsOver_PlateauBeforeTheSecondCompilation_IsNotTakenForWarm()
    {
        var warmUp = new WarmUp();
        for (var call = 1; call < 30; call++) AddAndExpect(warmUp, 10, over: false);
        AddAndExpect(warmUp, 10, over: true);
    }

    [Fact]
    public void IsOver_ShortCalls_WaitForTheCompilerInTheBackground()
    {
        var warmUp = new WarmUp();
        for (var call = 1; call < 200; call++) AddAndExpect(warmUp, 1, over: false);
        AddAndExpect(warmUp, 1, over: true);
    }

    [Fact]
    public void IsOver_LongCalls_EndsAfterAWindow()
    {
        var warmUp = new WarmUp();
        for (var call = 1; call < WarmUp.Window; call++) AddAndExpect(warmUp, 300, over: false);
        AddAndExpect(warmUp, 300, over: true);
    }

    [Fact]
    public void IsOver_CallsThatNeverSettle_EndsWithTheTimeAndIsNotStable()
    {
        var warmUp = new WarmUp();
        var calls = 0;
        while (!warmUp.IsOver(most)) warmUp.Add(++calls % 2 == 0 ? 0.05 : 0.1, count: 1);
        Assert.False(warmUp.IsStable);
        Assert.InRange(warmUp.Seconds.Sum(), 2, 2.2);
    }

    [Fact]
    public void IsOver_VeryLongCalls_TakesTwoAndComparesThem()
    {
        var warmUp = new WarmUp();
        AddAndExpect(warmUp, 5000, over: false);
        AddAndExpect(warmUp, 5001, over: true);
        Assert.True(warmUp.IsStable);
    }

    [Fact]
    public void IsStable_OneCall_IsNotKnown()
    {
        var warmUp = new WarmUp();
        warmUp.Add(1, count: 1);
        Assert.False(warmUp.IsStable);
    }

    static void AddAndExpect(WarmUp warmUp, double milliseconds, bool over)
    {
        warmUp.Add(milliseconds / 1000, count: 1);
        Assert.Equal(over, warmUp.IsOver(most));
    }
}

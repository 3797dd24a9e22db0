namespace LearningKit.Processes.Tests.Shared;

public sealed class SharedCounterTests
{
    [Fact]
    public void Counter_AnyStep_TellsTheValue()
    {
        using var counter = new SharedCounter(40);
        Assert.Equal(41, counter.Increment());
        Assert.Equal(38, counter.Add(-3));
        Assert.Equal(38, counter.Exchange(5));
        Assert.Equal(5, counter.CompareExchange(6, expected: 4));
        Assert.Equal(5, counter.Value);
        Assert.Equal(5, counter.CompareExchange(6, expected: 5));
        Assert.Equal(6, counter.Value);
    }

    [Fact]
    public void Counter_Disposed_RefusesItsMembers()
    {
        var counter = new SharedCounter();
        counter.Dispose();
        Assert.Throws<ObjectDisposedException>(() => counter.Increment());
        Assert.Throws<ObjectDisposedException>(() => counter.Value);
    }
}

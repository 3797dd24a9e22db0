namespace LearningKit.Processes.Tests.Shared;

public sealed class SharedEventTests
{
    [Fact]
    public void Event_Set_LetsOtherProcessesGoOn()
    {
        using var sign = new SharedEvent();
        using var one = new Actor("wait for event", sign.Address);
        using var two = new Actor("wait for event", sign.Address);
        one.Hear();
        two.Hear();
        sign.Set();
        Assert.Equal("went on", one.Hear());
        Assert.Equal("went on", two.Hear());
    }

    [Fact]
    public void Event_SetAndReset_IsWaitedForAgain()
    {
        using var sign = new SharedEvent(isSet: true);
        Assert.True(sign.IsSet);
        Assert.True(sign.Wait(TimeSpan.Zero));
        sign.Set();
        sign.Reset();
        Assert.False(sign.IsSet);
        Assert.False(sign.Wait(TimeSpan.Zero));
        sign.Set();
        sign.Wait();
    }

    [Fact]
    public async Task Event_SetAndResetAtOnce_FreesWhoWaits()
    {
        using var sign = new SharedEvent();
        for (var round = 0; round < 20; round++)
        {
            var waiter = Aside.Start(() => sign.Wait());
            while (sign.Waiting == 0) Thread.Yield();
            sign.Set();
            sign.Reset();
            await waiter;
        }
    }

    [Fact]
    public async Task Wait_Cancelled_Ends()
    {
        using var sign = new SharedEvent();
        using var cancel = new CancellationTokenSource();
        var waiter = Aside.Start(() => sign.Wait(cancel.Token));
        cancel.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiter);
    }
}

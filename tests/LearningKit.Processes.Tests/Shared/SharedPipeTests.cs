namespace LearningKit.Processes.Tests.Shared;

public sealed class SharedPipeTests
{
    [Fact]
    public void Pipe_WhatOneEndSends_TheOtherReceives()
    {
        using var here = new SharedPipe<string>();
        using var other = new Actor("answer", here.Other.Address);
        for (var i = 0; i < 100; i++)
        {
            here.Send($"text {i}");
            Assert.Equal($"TEXT {i}", here.Receive());
        }
        here.Complete();
        Assert.Equal("heard all", other.Hear());
    }

    [Fact]
    public void Pipe_BothEndsInOneProcess_AreTwo()
    {
        using var here = new SharedPipe<int>();
        var there = here.Other;
        Assert.Same(there, here.Other);
        Assert.Same(here, there.Other);
        here.Send(1);
        there.Send(2);
        Assert.Equal((2, 1), (here.Receive(), there.Receive()));
        Assert.False(here.TryReceive(out _, TimeSpan.Zero));
    }

    [Fact]
    public void Receive_OtherProcessKilled_EndsAfterWhatWasSent()
    {
        using var here = new SharedPipe<string>();
        using var other = new Actor("answer", here.Other.Address);
        here.Send("one");
        here.Send("two");
        Assert.Equal("ONE", here.Receive());
        while (!here.Poll) Thread.Yield();
        other.Kill();
        Assert.Equal("TWO", here.Receive());
        Assert.Contains($"{other.ProcessId}", Assert.Throws<EndOfStreamException>(() => here.Receive()).Message);
    }

    [Fact]
    public void Send_OtherProcessKilled_EndsWhenNothingMoreFits()
    {
        using var here = new SharedPipe<string>();
        using var other = new Actor("answer", here.Other.Address);
        here.Send("one");
        Assert.Equal("ONE", here.Receive());
        other.Kill();
        Assert.Contains($"{other.ProcessId}", Assert.Throws<IOException>(SendOn).Message);

        void SendOn()
        {
            while (true) here.Send("more");
        }
    }

    [Fact]
    public void End_ClosedWhereItWasUsed_IsCompletedForTheOther()
    {
        var here = new SharedPipe<int>();
        using var there = SharedPipe<int>.Open(here.Other.Address);
        here.Send(1);
        there.Send(2);
        Assert.Equal(1, there.Receive());
        here.Dispose();
        Assert.Throws<ObjectDisposedException>(() => there.Send(3));    // in this process both ends close together
    }

    [Fact]
    public void Pipe_Completed_RefusesToSend()
    {
        using var here = new SharedPipe<int>();
        here.Complete();
        Assert.Throws<InvalidOperationException>(() => here.Send(1));
        Assert.Throws<EndOfStreamException>(() => here.Other.Receive());
    }
}

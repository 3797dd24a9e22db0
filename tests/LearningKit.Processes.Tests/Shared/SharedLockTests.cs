namespace LearningKit.Processes.Tests.Shared;

public sealed class SharedLockTests
{
    [Fact]
    public void Lock_TwoProcessesAndTwoThreads_LosesNoStep()
    {
        const int times = 20_000;
        using var gate = new SharedLock();
        using var total = new SharedArray<long>(1);
        using var sum = new SharedCounter();
        string[] shared = [gate.Address, total.Address, sum.Address, $"{times}"];
        using var one = new Actor("count", shared);
        using var two = new Actor("count", shared);
        one.Hear();
        two.Hear();
        one.Say();
        two.Say();
        Parallel.Invoke(() => Scenes.Count(gate, total, sum, times), () => Scenes.Count(gate, total, sum, times));
        Assert.True(one.EndsWell());
        Assert.True(two.EndsWell());
        Assert.Equal(4 * times, total.Span[0]);
        Assert.Equal(4 * times, sum.Value);
    }

    [Fact]
    public void Lock_HeldByAnotherProcess_IsNotGot()
    {
        using var gate = new SharedLock();
        using var other = new Actor("hold lock", gate.Address);
        other.Hear();
        using (var holder = gate.TryEnter(TimeSpan.Zero)) Assert.False(holder.IsHeld);
        using (var holder = gate.TryEnter(TimeSpan.FromMilliseconds(1))) Assert.False(holder.IsHeld);
        Assert.True(other.EndsWell());
        using (var holder = gate.Enter())
        {
            Assert.True(holder.IsHeld);
            Assert.False(holder.WasAbandoned);
        }
    }

    [Fact]
    public void Lock_WhoseHolderWasKilled_GoesToTheNextAndTellsIt()
    {
        using var gate = new SharedLock();
        using var other = new Actor("hold lock", gate.Address);
        other.Hear();
        other.Kill();
        using (var holder = gate.TryEnter(TimeSpan.Zero))
        {
            Assert.True(holder.IsHeld);
            Assert.True(holder.WasAbandoned);
        }
        using (var holder = gate.Enter()) Assert.False(holder.WasAbandoned);
    }

    [Fact]
    public void Lock_WhoseHolderIsKilledWhileOthersWait_GoesToOneAndTellsThatOne()
    {
        using var gate = new SharedLock();
        using var other = new Actor("hold lock", gate.Address);
        other.Hear();
        var (got, told) = (0, 0);
        var waiters = Enumerable.Range(0, 3).Select(_ => new Thread(() =>
        {
            using var holder = gate.Enter();
            got++;
            if (holder.WasAbandoned) told++;
        })).ToList();
        waiters.ForEach(waiter => waiter.Start());
        other.Kill();
        waiters.ForEach(waiter => waiter.Join());
        Assert.Equal((3, 1), (got, told));
    }

    [Fact]
    public void Lock_EnteredTwiceByAThread_IsRefused()
    {
        using var gate = new SharedLock();
        using (gate.Enter())
        {
            Assert.Throws<LockRecursionException>(() => gate.Enter().IsHeld);
            Assert.False(Aside.Do(() => gate.TryEnter(TimeSpan.Zero).IsHeld));
        }
        using (var again = gate.TryEnter(TimeSpan.Zero)) Assert.True(again.IsHeld);
    }

    [Fact]
    public void Holder_DisposedTwice_GivesBackOnce()
    {
        using var gate = new SharedLock();
        var first = gate.Enter();
        var copy = first;
        first.Dispose();
        using var second = gate.Enter();
        copy.Dispose();
        first.Dispose();
        Assert.False(Aside.Do(() => gate.TryEnter(TimeSpan.Zero).IsHeld));
    }

    [Fact]
    public async Task Wait_Cancelled_EndsAtOnceAndLeavesTheLock()
    {
        using var gate = new SharedLock();
        using var other = new Actor("hold lock", gate.Address);
        other.Hear();
        using var cancel = new CancellationTokenSource();
        var waiter = Aside.Start(() => gate.Enter(cancel.Token).IsHeld);
        cancel.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiter);
        Assert.True(other.EndsWell());
        Assert.True(gate.TryEnter(TimeSpan.Zero).IsHeld);
    }

    [Fact]
    public void Lock_DisposedWhileHeld_IsGivenBackStill()
    {
        var gate = new SharedLock();
        using var other = new Actor("hold lock", gate.Address);
        other.Hear();
        other.EndsWell();
        using (gate.Enter()) gate.Dispose();
        Assert.Throws<ObjectDisposedException>(() => gate.Enter().IsHeld);
    }

    [Fact]
    public void Wait_OfNegativeTime_IsRefused()
    {
        using var gate = new SharedLock();
        using var held = gate.Enter();
        Assert.Throws<ArgumentOutOfRangeException>(() => Aside.Do(() => gate.TryEnter(TimeSpan.FromSeconds(-3)).IsHeld));
    }
}

using LearningKit.Processes.Segments;

namespace LearningKit.Processes.Tests.Shared;

public sealed class SharedBarrierTests
{
    [Fact]
    public void Barrier_ManyPhases_NobodyGoesOnBeforeAllAreThere()
    {
        const int phases = 2_000;
        using var barrier = new SharedBarrier(4);
        using var cells = new SharedArray<long>(4);
        using var one = new Actor("work in step", barrier.Address, cells.Address, "0", $"{phases}");
        using var two = new Actor("work in step", barrier.Address, cells.Address, "1", $"{phases}");
        var early = 0;
        Parallel.Invoke(
            () => Interlocked.Add(ref early, Scenes.WorkInStep(barrier, cells, 2, phases)),
            () => Interlocked.Add(ref early, Scenes.WorkInStep(barrier, cells, 3, phases)));
        Assert.Equal(("0 early", "0 early", 0), (one.Hear(), two.Hear(), early));
        Assert.Equal(phases, barrier.Phase);
    }

    [Fact]
    public async Task Barrier_ParticipantKilledWhileItWaits_BreaksForAll()
    {
        using var barrier = new SharedBarrier(3);
        using var one = new Actor("meet", barrier.Address);
        using var two = new Actor("meet", barrier.Address);
        one.Hear();
        two.Hear();
        one.Say();
        two.Say();
        barrier.SignalAndWait();
        Assert.Equal(("phase 1", "phase 1"), (one.Hear(), two.Hear()));
        one.Say();
        var waiter = Aside.Start(() => barrier.SignalAndWait());
        two.Kill();     // between two phases: it has not come to this one
        var broken = await Assert.ThrowsAsync<BrokenBarrierException>(() => waiter);
        Assert.Equal(two.ProcessId, broken.ProcessId);
        Assert.Equal(broken.Message, one.Hear());
        Assert.Contains("phase 1 cannot be completed", broken.Message);
        Assert.Throws<BrokenBarrierException>(() => barrier.SignalAndWait());
    }

    [Fact]
    public void Barrier_ParticipantKilledAfterItsFirstArrival_BreaksForAll()
    {
        using var barrier = new SharedBarrier(3);
        using var other = new Actor("meet", barrier.Address);
        other.Hear();
        other.Say();
        Arrived(barrier, 1);
        other.Kill();
        Assert.Equal(other.ProcessId, Assert.Throws<BrokenBarrierException>(() => barrier.SignalAndWait()).ProcessId);
    }

    [Fact]
    public void Barrier_OtherProcessesAfterTheFirstHaveEnded_AreANewGroup()
    {
        using var barrier = new SharedBarrier(3);
        Meet("phase 1");
        Meet("phase 2");

        void Meet(string phase)
        {
            using var one = new Actor("meet", barrier.Address);
            using var two = new Actor("meet", barrier.Address);
            using var three = new Actor("meet", barrier.Address);
            Assert.All([one, two, three], actor => Assert.Equal("ready", actor.Hear()));
            one.Say();
            Arrived(barrier, 1);
            Assert.False(barrier.SignalAndWait(TimeSpan.FromMilliseconds(3 * WaitPoint.Slice)));    // long enough to look for the dead
            two.Say();
            three.Say();
            Assert.All([one, two, three], actor => Assert.Equal(phase, actor.Hear()));
        }
    }

    [Fact]
    public async Task Arrival_TimedOutOrCancelled_IsTakenBack()
    {
        using var barrier = new SharedBarrier(2);
        Assert.False(barrier.SignalAndWait(TimeSpan.Zero));
        Assert.False(barrier.SignalAndWait(TimeSpan.FromMilliseconds(1)));
        using var cancel = new CancellationTokenSource();
        var waiter = Aside.Start(() => barrier.SignalAndWait(cancel.Token));
        cancel.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiter);
        Assert.Equal(0, barrier.Phase);
        Parallel.Invoke(() => barrier.SignalAndWait(), () => barrier.SignalAndWait());
        Assert.Equal(1, barrier.Phase);
    }

    [Fact]
    public void Barrier_OfOne_IsNoneAtAll()
    {
        using var barrier = new SharedBarrier(1);
        barrier.SignalAndWait();
        Assert.True(barrier.SignalAndWait(TimeSpan.Zero));
        Assert.Equal(2, barrier.Phase);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SharedBarrier(0));
    }

    /// <summary>Returns when so many wait at the barrier.</summary>
    static void Arrived(SharedBarrier barrier, int count)
    {
        while (barrier.Arrived < count) Thread.Yield();
    }
}

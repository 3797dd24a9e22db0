using FsCheck;
using FsCheck.Fluent;

namespace LearningKit.Processes.Tests.Shared;

public sealed class SharedSemaphoreTests
{
    [Fact]
    public void Semaphore_UsedByTwoProcessesAndTwoThreads_LetsNoMoreInThanItHasPermits()
    {
        const int times = 5_000;
        using var semaphore = new SharedSemaphore(2);
        using var inside = new SharedCounter();
        using var most = new SharedArray<long>(1);
        string[] shared = [semaphore.Address, inside.Address, most.Address, $"{times}"];
        using var one = new Actor("take turns", shared);
        using var two = new Actor("take turns", shared);
        one.Hear();
        two.Hear();
        one.Say();
        two.Say();
        Parallel.Invoke(() => Scenes.TakeTurns(semaphore, inside, most, times), () => Scenes.TakeTurns(semaphore, inside, most, times));
        Assert.True(one.EndsWell());
        Assert.True(two.EndsWell());
        Assert.InRange(most[0], 1, 2);
        Assert.Equal(0, inside.Value);
        Assert.Equal(2, semaphore.Available);
    }

    [Fact]
    public async Task Permits_OfAProcessThatWasKilled_ComeBack()
    {
        using var semaphore = new SharedSemaphore(3);
        using var other = new Actor("hold permits", semaphore.Address, "2");
        other.Hear();
        using var third = semaphore.Enter();
        Assert.Null(semaphore.TryEnter(TimeSpan.Zero));
        var waiter = Aside.Start(() => semaphore.Enter());
        other.Kill();
        using var first = await waiter;
        using var second = semaphore.Enter();
        Assert.Null(semaphore.TryEnter(TimeSpan.Zero));
        Assert.Equal(0, semaphore.Available);
    }

    [Fact]
    public void Permits_TakenAndReturnedInAnyOrder_AreConserved() => Prop.ForAll(
        Gen.Choose(1, 5).ToArbitrary(),
        Gen.Elements(true, false).ListOf().ToArbitrary(),
        (permits, steps) =>
        {
            using var semaphore = new SharedSemaphore(permits);
            var held = new Stack<SharedSemaphore.Permit>();
            foreach (var takes in steps)
            {
                if (takes && semaphore.TryEnter(TimeSpan.Zero) is { } permit) held.Push(permit);
                else if (takes && held.Count < permits) return false;
                else if (!takes && held.TryPop(out var last))
                {
                    last.Dispose();
                    last.Dispose();     // the second time is none
                }
                if (semaphore.Available + held.Count != permits) return false;
            }
            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Semaphore_DisposedWhilePermitsAreOut_TakesThemBackStill()
    {
        var semaphore = new SharedSemaphore(1);
        var permit = semaphore.Enter();
        semaphore.Dispose();
        permit.Dispose();
        Assert.Throws<ObjectDisposedException>(() => semaphore.Enter());
    }

    [Fact]
    public async Task Wait_Cancelled_Ends()
    {
        using var semaphore = new SharedSemaphore(1);
        using var held = semaphore.Enter();
        using var cancel = new CancellationTokenSource();
        var waiter = Aside.Start(() => semaphore.Enter(cancel.Token));
        cancel.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiter);
    }

    [Fact]
    public void Permits_ImpossibleNumber_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SharedSemaphore(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SharedSemaphore(SharedSemaphore.MostPermits + 1));
    }
}

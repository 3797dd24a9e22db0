using FsCheck;
using FsCheck.Fluent;

namespace LearningKit.Processes.Tests.Shared;

public sealed class SharedQueueTests
{
    [Fact]
    public void Queue_AnySteps_IsAsAQueue() => Prop.ForAll(
        Gen.Choose(1, 4).ToArbitrary(),
        Gen.OneOf(Gen.Constant(-1), Gen.Choose(0, 60)).ListOf().ToArbitrary(),
        (capacity, steps) =>
        {
            using var queue = new SharedQueue<(int, long)>(capacity);
            using var texts = new SharedQueue<string>(capacity, room: 1 << 12);
            var model = new Queue<(int, long)>();
            foreach (var step in steps)
            {
                if (step >= 0)
                {
                    var fits = model.Count < capacity;
                    if (fits) model.Enqueue((step, -step));
                    if (queue.TryAdd((step, -step), TimeSpan.Zero) != fits) return false;
                    if (texts.TryAdd(new('x', step), TimeSpan.Zero) != fits) return false;
                }
                else
                {
                    var there = model.TryDequeue(out var expected);
                    if (queue.TryTake(out var item, TimeSpan.Zero) != there || there && item != expected) return false;
                    if (texts.TryTake(out var text, TimeSpan.Zero) != there || there && text!.Length != expected.Item1) return false;
                }
                if (queue.Count != model.Count || texts.Count != model.Count) return false;
            }
            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Queue_ItemsOfAnyLength_GoRoundTheRing()
    {
        using var queue = new SharedQueue<byte[]>(capacity: 1000, room: 4096);
        var random = new Random(1);
        var (added, taken) = (0, 0);
        while (taken < 2000)
        {
            if (queue.TryAdd(Item(added), TimeSpan.Zero)) added++;
            else Assert.Equal(Item(taken++), queue.Take());
        }
        Assert.True(added - taken > 1);

        static byte[] Item(int number) => [.. Enumerable.Range(0, number * 7 % 700).Select(i => (byte)(number + i))];
    }

    [Fact]
    public async Task Queue_TwoProducersAndTwoConsumersInProcesses_BringsEachItemOnceAndInOrder()
    {
        const int each = 1000;
        using var queue = new SharedQueue<string>(capacity: 10);
        using var consumer = new Actor("take texts", queue.Address);
        using (var one = new Actor("add texts", queue.Address, "one", $"{each}"))
        using (var two = new Actor("add texts", queue.Address, "two", $"{each}"))
        {
            var here = Aside.Start(() => queue.GetConsumingEnumerable().ToList());
            Assert.True(one.EndsWell());
            Assert.True(two.EndsWell());
            queue.CompleteAdding();
            var there = consumer.Hear().Split(',', StringSplitOptions.RemoveEmptyEntries);
            var mine = await here;
            Assert.Equal(
                from name in (string[])["one", "two"] from i in Enumerable.Range(0, each) let text = $"{name} {i}" orderby text select text,
                mine.Concat(there).Order());
            foreach (var taken in (IEnumerable<string>[])[mine, there])
                foreach (var name in (string[])["one", "two"])
                {
                    var numbers = taken.Where(text => text.StartsWith(name)).Select(text => int.Parse(text[4..])).ToList();
                    Assert.Equal(numbers.Order(), numbers);
                }
        }
    }

    [Fact]
    public async Task Item_WhoseProducerWasKilledInTheMiddle_IsNotThere()
    {
        using var queue = new SharedQueue<string>(capacity: 3);
        queue.Add("before");
        using var producer = new Actor("stop in queue", queue.Address, "written");
        producer.Hear();
        var waiter = Aside.Start(() => queue.Add("after"));
        producer.Kill();
        await waiter;
        queue.CompleteAdding();
        Assert.Equal(["before", "after"], queue.GetConsumingEnumerable());
    }

    [Fact]
    public void Item_WhoseConsumerWasKilledInTheMiddle_GoesToAnother()
    {
        using var queue = new SharedQueue<string>(capacity: 3);
        queue.Add("item");
        using var consumer = new Actor("stop in queue", queue.Address, "read");
        consumer.Hear();
        Assert.False(queue.TryTake(out _, TimeSpan.FromMilliseconds(1)));
        consumer.Kill();
        Assert.Equal("item", queue.Take());
        Assert.Equal(0, queue.Count);
    }

    [Fact]
    public void Queue_Completed_GivesWhatIsLeftAndTakesNothing()
    {
        using var queue = new SharedQueue<int>(capacity: 3);
        queue.Add(1);
        Assert.False(queue.IsAddingCompleted);
        queue.CompleteAdding();
        Assert.True(queue.IsAddingCompleted);
        Assert.Contains("completed", Assert.Throws<InvalidOperationException>(() => queue.Add(2)).Message);
        Assert.Equal(1, queue.Take());
        Assert.False(queue.TryTake(out _, Timeout.InfiniteTimeSpan));
        Assert.Contains("nothing comes any more", Assert.Throws<InvalidOperationException>(() => queue.Take()).Message);
    }

    [Fact]
    public async Task Queue_CompletedWhileOthersWait_FreesThem()
    {
        using var empty = new SharedQueue<int>(capacity: 1);
        using var full = new SharedQueue<int>(capacity: 1);
        full.Add(1);
        var taker = Aside.Start(() => empty.TryTake(out _, Timeout.InfiniteTimeSpan));
        var adder = Aside.Start(() => full.Add(2));
        empty.CompleteAdding();
        full.CompleteAdding();
        Assert.False(await taker);
        await Assert.ThrowsAsync<InvalidOperationException>(() => adder);
    }

    [Fact]
    public async Task Wait_Cancelled_Ends()
    {
        using var queue = new SharedQueue<int>(capacity: 1);
        using var cancel = new CancellationTokenSource();
        var taker = Aside.Start(() => queue.Take(cancel.Token));
        cancel.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => taker);
        queue.Add(1);
        Assert.ThrowsAny<OperationCanceledException>(() => queue.Add(2, cancel.Token));
        Assert.Equal(1, queue.Count);
    }

    [Fact]
    public void Item_LargerThanTheQueue_IsRefusedWithFigures()
    {
        using var queue = new SharedQueue<byte[]>(capacity: 3, room: 1000);
        Assert.Matches("does not fit in 1000 B.*SharedArray", Assert.Throws<ArgumentException>(() => queue.Add(new byte[1000])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SharedQueue<int>(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SharedQueue<long>(1, room: 8));
    }
}

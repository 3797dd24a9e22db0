using Xunit;

namespace LearningKit.Mpi.Conformance;

public static class WindowCases
{
    [MpiCase]
    public static void Put_BetweenFences_ArrivesAtTheNeighbour(ICommunicator comm)
    {
        var (left, right) = ((comm.Rank + comm.Size - 1) % comm.Size, (comm.Rank + 1) % comm.Size);
        using var window = comm.CreateWindow<int>(4);
        Assert.Equal([0, 0, 0, 0], window.Local.ToArray());
        window.Fence();
        window.Put(new[] { comm.Rank, comm.Rank + 10 }, right, offset: 1);
        window.Fence();
        Assert.Equal([0, left, left + 10, 0], window.Local.ToArray());
    }

    [MpiCase]
    public static void Get_BetweenFences_ReadsTheNeighboursMemory(ICommunicator comm)
    {
        var right = (comm.Rank + 1) % comm.Size;
        using var window = comm.CreateWindow<double>(3);
        window.Local.Fill(comm.Rank + 0.5);
        window.Fence();
        var got = new double[2];
        window.Get(got, right, offset: 1);
        window.Fence();
        Assert.Equal([right + 0.5, right + 0.5], got);
    }

    [MpiCase]
    public static void Accumulate_OfAll_AddsUp(ICommunicator comm)
    {
        using var window = comm.CreateWindow<long>(comm.Rank == 0 ? 2 : 0);
        window.Fence();
        window.Accumulate(new long[] { 1, comm.Rank }, target: 0, offset: 0, Op.Sum);
        window.Fence();
        if (comm.Rank == 0) Assert.Equal([comm.Size, comm.Size * (comm.Size - 1) / 2], window.Local.ToArray());
    }

    [MpiCase]
    public static void FetchAndOp_GivesEachATicketOfItsOwn(ICommunicator comm)
    {
        using var tickets = comm.CreateWindow<long>(comm.Rank == 0 ? 1 : 0);
        var own = new List<long>();
        for (var i = 0; i < 10; i++)
        {
            tickets.Lock(LockType.Shared, 0);
            own.Add(tickets.FetchAndOp(1, 0, 0, Op.Sum));
            tickets.Unlock(0);
        }
        var all = comm.Allgatherv<long>(own.ToArray());
        Assert.Equal(Enumerable.Range(0, 10 * comm.Size).Select(i => (long)i), all.Order());
    }

    [MpiCase]
    public static void CompareAndSwap_IsWonByOne(ICommunicator comm)
    {
        using var window = comm.CreateWindow<int>(1);
        window.LockAll();
        var before = window.CompareAndSwap(comm.Rank + 1, expected: 0, target: 0, offset: 0);
        window.UnlockAll();
        Assert.Equal(1, comm.Allreduce(before == 0 ? 1 : 0, Op.Sum));
        if (before != 0) Assert.InRange(before, 1, comm.Size);
        comm.Barrier();
    }

    [MpiCase]
    public static void Lock_ExclusiveReadChangeWrite_LosesNothing(ICommunicator comm)
    {
        using var window = comm.CreateWindow<int>(1);
        for (var i = 0; i < 5; i++)
        {
            window.Lock(LockType.Exclusive, 0);
            var value = window.Get(0);
            window.Put(value + 1, 0);
            window.Unlock(0);
        }
        comm.Barrier();
        window.Lock(LockType.Shared, 0);
        var total = window.Get(0);
        window.Unlock(0);
        comm.Barrier();
        Assert.Equal(5 * comm.Size, total);
    }

    [MpiCase]
    public static void GetAccumulate_ReturnsWhatWasThere(ICommunicator comm)
    {
        using var window = comm.CreateWindow<int>(3);
        window.Local.Fill(comm.Rank);
        comm.Barrier();
        var right = (comm.Rank + 1) % comm.Size;
        var before = new int[3];
        window.Lock(LockType.Shared, right);
        window.GetAccumulate(new[] { 7, 8, 9 }, before, right, 0, Op.Replace);
        window.Unlock(right);
        comm.Barrier();
        window.Lock(LockType.Shared, comm.Rank);
        var after = window.Get(comm.Rank, 1);
        window.Unlock(comm.Rank);
        comm.Barrier();
        Assert.Equal([right, right, right], before);
        Assert.Equal(8, after);
    }

    [MpiCase(2)]
    public static void PostStartCompleteWait_SynchronisesTwoAlone(ICommunicator comm)
    {
        using var window = comm.CreateWindow<int>(1);
        if (comm.Rank == 0)
        {
            window.Start(1);
            window.Put(5, 1);
            window.Complete();
        }
        if (comm.Rank == 1)
        {
            window.Post(0);
            window.Wait();
            Assert.Equal(5, window.Local[0]);
        }
    }

    [MpiCase]
    public static void Shared_IsOneArrayForAll(ICommunicator comm)
    {
        using var window = comm.CreateSharedWindow<double>(comm.Rank == 0 ? 1000 : 0);
        var array = window.Shared(0);
        window.Fence();
        for (var i = comm.Rank; i < array.Length; i += comm.Size) array[i] = i;
        window.Fence();
        var sum = 0.0;
        foreach (var value in array) sum += value;
        Assert.Equal(499_500, sum);
        window.Fence();
    }

    [MpiCase]
    public static void Shared_OfDifferentLengths_IsEachRanksOwn(ICommunicator comm)
    {
        using var window = comm.CreateSharedWindow<byte>(comm.Rank + 1);
        window.Local.Fill((byte)comm.Rank);
        window.Fence();
        for (var rank = 0; rank < comm.Size; rank++) Assert.Equal(Enumerable.Repeat((byte)rank, rank + 1), window.Shared(rank).ToArray());
        window.Fence();
    }

    [MpiCase(2)]
    public static void Shared_OnAWindowThatIsNot_IsRmaFlavor(ICommunicator comm)
    {
        using var window = comm.CreateWindow<int>(1);
        Assert.Equal(MpiErrorClass.RmaFlavor, Assert.Throws<MpiException>(() => window.Shared((comm.Rank + 1) % comm.Size).Length).ErrorClass);
    }

    [MpiCase]
    public static void Accumulate_ByALambda_IsOp(ICommunicator comm)
    {
        using var window = comm.CreateWindow<int>(1);
        var op = Op.Create<int>((a, b) => a - b);
        Assert.Equal(MpiErrorClass.Op, Assert.Throws<MpiException>(() => window.Accumulate(1, 0, 0, op)).ErrorClass);
    }

    [MpiCase]
    public static void Put_ToARankThatIsNotThere_IsRank(ICommunicator comm)
    {
        using var window = comm.CreateWindow<int>(1);
        window.Fence();
        Assert.Equal(MpiErrorClass.Rank, Assert.Throws<MpiException>(() => window.Put(1, comm.Size)).ErrorClass);
        window.Fence();
    }
}

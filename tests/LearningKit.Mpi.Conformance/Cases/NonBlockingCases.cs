using Xunit;

namespace LearningKit.Mpi.Conformance;

public static class NonBlockingCases
{
    static (int Left, int Right) Neighbors(ICommunicator comm) => ((comm.Rank + comm.Size - 1) % comm.Size, (comm.Rank + 1) % comm.Size);

    [MpiCase]
    public static void Requests_InARing_CompleteWithTheirStatus(ICommunicator comm)
    {
        var (left, right) = Neighbors(comm);
        var (send, receive) = (new double[20_000], new double[20_000]);
        Array.Fill(send, comm.Rank);
        var received = comm.IRecv(receive, left, tag: 4);
        var sent = comm.ISend(send, right, tag: 4);
        Request.WaitAll(received, sent);
        Assert.True(received.IsCompleted);
        Assert.Equal(new Status(left, 4, 160_000), received.Wait());
        Assert.True(received.Test(out var again));
        Assert.Equal(left, again.Source);
        Assert.All(receive, value => Assert.Equal(left, value));
    }

    [MpiCase]
    public static void Await_OfARequest_ReturnsItsStatus(ICommunicator comm)
    {
        var (left, right) = Neighbors(comm);
        AsyncRing().GetAwaiter().GetResult();

        async Task AsyncRing()
        {
            var buffer = new int[1];
            var received = comm.IRecv(buffer, left);
            var sent = comm.ISend([comm.Rank], right);
            var status = await received;
            await sent;
            Assert.Equal((left, left), (status.Source, buffer[0]));
        }
    }

    [MpiCase(2)]
    public static void Await_ThatFails_Throws(ICommunicator comm)
    {
        if (comm.Rank == 0) comm.Send([1, 2, 3], 1);
        if (comm.Rank != 1) return;
        var request = comm.IRecv(new int[1], 0);
        Assert.Equal(MpiErrorClass.Truncate, Assert.Throws<MpiException>(() => request.AsTask().GetAwaiter().GetResult()).ErrorClass);
        Assert.True(request.IsCompleted);
    }

    [MpiCase(2)]
    public static void WaitAny_ReturnsTheOneThatIsThere(ICommunicator comm)
    {
        if (comm.Rank == 0)
        {
            comm.Send(2, 1, tag: 2);
            comm.Recv<int>(1, tag: 3);
            comm.Send(1, 1, tag: 1);
        }
        if (comm.Rank != 1) return;
        var (first, second) = (new int[1], new int[1]);
        var (one, two) = (comm.IRecv(first, 0, tag: 1), comm.IRecv(second, 0, tag: 2));
        Assert.Equal(1, Request.WaitAny(one, two));
        Assert.False(Request.TestAll(one, two));
        comm.Send(0, 0, tag: 3);
        Assert.Equal(0, Request.WaitAny(one));
        Assert.Equal((1, 2), (first[0], second[0]));
        Assert.True(Request.TestAll(one, two));
    }

    [MpiCase]
    public static void Cancel_OfAReceiveThatNothingMatches_EndsIt(ICommunicator comm)
    {
        var request = comm.IRecv(new int[1], comm.Rank, tag: 77);
        request.Cancel();
        Assert.True(request.Wait().IsCancelled);
    }

    [MpiCase(2)]
    public static void Memory_UnderACollectorThatMovesIt_StaysWhereTheLibraryWrites(ICommunicator comm)
    {
        var (left, right) = Neighbors(comm);
        for (var round = 0; round < 10; round++)
        {
            _ = new byte[5000];
            var (receive, send) = (new int[2000], new int[2000]);
            Array.Fill(send, comm.Rank * 1000 + round);
            var received = comm.IRecv(receive, left, tag: round);
            GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
            comm.Barrier();
            var sent = comm.ISend(send, right, tag: round);
            GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
            Request.WaitAll(received, sent);
            Assert.All(receive, value => Assert.Equal(left * 1000 + round, value));
        }
    }

    [MpiCase]
    public static void Persistent_StartedFiveTimes_SendsWhatTheBufferHolds(ICommunicator comm)
    {
        var (left, right) = Neighbors(comm);
        var (send, receive) = (new int[4], new int[4]);
        using var sending = comm.SendInit(send, right, tag: 3);
        using var receiving = comm.RecvInit(receive, left, tag: 3);
        for (var round = 0; round < 5; round++)
        {
            Array.Fill(send, comm.Rank * 10 + round);
            PersistentRequest.StartAll(receiving, sending);
            Assert.Equal(left, receiving.Wait().Source);
            sending.Wait();
            Assert.Equal(left * 10 + round, receive[3]);
        }
    }

    [MpiCase]
    public static void Persistent_StartedTwiceAtOnce_IsRequest(ICommunicator comm)
    {
        using var receiving = comm.RecvInit(new int[1], comm.Rank, tag: 8);
        receiving.Start();
        Assert.Equal(MpiErrorClass.Request, Assert.Throws<MpiException>(receiving.Start).ErrorClass);
        comm.Send(1, comm.Rank, tag: 8);
        receiving.Wait();
    }

    [MpiCase(2)]
    public static void Threads_FourOfThem_TalkAtTheSameTime(ICommunicator comm)
    {
        if (comm.Rank > 1) return;
        var other = 1 - comm.Rank;
        var threads = Enumerable.Range(0, 4).Select(number => Task.Factory.StartNew(() => Talk(number), TaskCreationOptions.LongRunning)).ToArray();
        Task.WaitAll(threads);

        void Talk(int number)
        {
            for (var i = 0; i < 50; i++)
            {
                if (comm.Rank == 0)
                {
                    comm.Send(i, other, tag: number);
                    Assert.Equal(i + 1, comm.Recv<int>(other, tag: number));
                }
                else comm.Send(comm.Recv<int>(other, tag: number) + 1, other, tag: number);
            }
        }
    }
}

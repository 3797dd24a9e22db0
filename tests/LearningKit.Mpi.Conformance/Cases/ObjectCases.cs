using LearningKit.Shipping;
using Xunit;

namespace LearningKit.Mpi.Conformance;

public static class ObjectCases
{
    sealed record Reading(string City, double[] Values, Reading? Next);

    [MpiCase(2)]
    public static void SendObject_OfAnyShape_ArrivesEqual(ICommunicator comm)
    {
        var large = Enumerable.Range(0, 200_000).Select(i => i * 0.5).ToArray();
        if (comm.Rank == 0)
        {
            comm.SendObject("Grüße", 1);
            comm.SendObject(new Dictionary<string, double[]> { ["x"] = [1, 2.5] }, 1, tag: 4);
            comm.SendObject(new Reading("Ulm", large, new Reading("Bonn", [1], null)), 1);
            comm.SendObject<object?>(null, 1);
        }
        if (comm.Rank != 1) return;
        Assert.Equal("Grüße", comm.RecvObject<string>(0));
        Assert.Equal(2.5, comm.RecvObject<Dictionary<string, double[]>>(0, 4, out var status)["x"][1]);
        Assert.Equal((0, 4), (status.Source, status.Tag));
        var reading = comm.RecvObject<Reading>();
        Assert.True(large.AsSpan().SequenceEqual(reading.Values));
        Assert.Equal("Bonn", reading.Next!.City);
        Assert.Null(comm.RecvObject<object?>(0));
    }

    [MpiCase(2)]
    public static void SendObject_OfALambda_ArrivesWithWhatItCaptured(ICommunicator comm)
    {
        var factor = comm.Rank + 3;
        if (comm.Rank == 0) comm.SendObject<Func<int, int>>(x => factor * x, 1);
        if (comm.Rank == 1) Assert.Equal(30, comm.RecvObject<Func<int, int>>(0)(10));
    }

    [MpiCase(2)]
    public static void SendObject_ThatCannotTravel_SendsNothing(ICommunicator comm)
    {
        if (comm.Rank == 0)
        {
            Assert.Throws<CannotTravelException>(() => comm.SendObject(new Thread(() => { }), 1));
            comm.SendObject(1, 1);
        }
        if (comm.Rank == 1) Assert.Equal(1, comm.RecvObject<int>(0));
    }

    [MpiCase(2)]
    public static void RecvObject_OfABuffer_SaysThatItIsNone(ICommunicator comm)
    {
        if (comm.Rank == 0) comm.Send([-1, -1, 5], 1);
        if (comm.Rank == 1) Assert.Equal(MpiErrorClass.Type, Assert.Throws<MpiException>(() => comm.RecvObject<string>(0)).ErrorClass);
    }

    [MpiCase]
    public static void Nonblocking_InARing_PassesObjectsOn(ICommunicator comm)
    {
        var (left, right) = ((comm.Rank + comm.Size - 1) % comm.Size, (comm.Rank + 1) % comm.Size);
        var sent = comm.ISendObject($"from {comm.Rank}", right);
        var received = comm.IRecvObject<string>(left);
        Assert.Equal($"from {left}", received.Wait());
        Assert.Equal(left, received.Status.Source);
        Assert.True(received.Test(out var again));
        Assert.Equal($"from {left}", again);
        sent.Wait();
        Assert.Equal($"{left}!", comm.SendrecvObject<string, string>($"{comm.Rank}!", right, left));
        Awaited().GetAwaiter().GetResult();

        async Task Awaited()
        {
            var request = comm.IRecvObject<int[]>(left);
            var under = comm.ISendObject(new[] { comm.Rank }, right);
            Assert.Equal([left], await request);
            await under;
        }
    }

    [MpiCase]
    public static void Collectives_OfObjects(ICommunicator comm)
    {
        var (rank, size) = (comm.Rank, comm.Size);
        for (var root = 0; root < size; root++)
        {
            Assert.Equal($"of {root}", comm.BcastObject(rank == root ? $"of {root}" : "", root));
            var texts = Enumerable.Range(0, size).Select(i => new string('x', i)).ToList();
            Assert.Equal(texts[rank], comm.ScatterObjects(rank == root ? texts : null, root));
            Assert.Equal(rank == root ? texts : [], comm.GatherObjects(new string('x', rank), root));
        }
        Assert.Equal(Enumerable.Range(0, size).Select(i => $"{i}"), comm.AllgatherObjects($"{rank}"));
        Assert.Equal(Enumerable.Range(0, size).Select(from => $"{from}-{rank}"), comm.AlltoallObjects([.. Enumerable.Range(0, size).Select(to => $"{rank}-{to}")]));
        var joined = string.Concat(Enumerable.Range(0, size));
        Assert.Equal(rank == size - 1 ? joined : null, comm.ReduceObjects($"{rank}", (a, b) => a + b, root: size - 1));
        Assert.Equal(joined, comm.AllreduceObjects($"{rank}", (a, b) => a + b));
    }

    [MpiCase]
    public static void ScatterObjects_WithTooFew_SaysHowMany(ICommunicator comm) =>
        Assert.Throws<ArgumentException>(() => comm.ScatterObjects(new int[comm.Size + 1], root: comm.Rank));
}

using System.Numerics;
using Xunit;
using static LearningKit.Mpi.MpiConstants;

namespace LearningKit.Mpi.Conformance;

public static class PointToPointCases
{
    enum Colour : byte { Red, Green = 7 }

    readonly record struct Particle(double X, float Mass, int Id);

    [MpiCase(2)]
    public static void Send_AnArray_ArrivesWithSourceTagAndLength(ICommunicator comm)
    {
        if (comm.Rank == 0) comm.Send([1.5, 2.5, 3.5], dest: 1, tag: 42);
        if (comm.Rank != 1) return;
        var buffer = new double[10];
        var status = comm.Recv<double>(buffer);
        Assert.Equal((0, 42, 3), (status.Source, status.Tag, status.Count<double>()));
        Assert.Equal([1.5, 2.5, 3.5], buffer[..3]);
        Assert.Equal(0, buffer[3]);
    }

    [MpiCase(2)]
    public static void Send_OneValueOfEachKind_ArrivesUnchanged(ICommunicator comm)
    {
        Check((sbyte)-3);
        Check(byte.MaxValue);
        Check(short.MinValue);
        Check('ß');
        Check(int.MinValue);
        Check(uint.MaxValue);
        Check(long.MinValue);
        Check(ulong.MaxValue);
        Check((nint)(-5));
        Check(1.5f);
        Check(Math.PI);
        Check(true);
        Check(new Complex(1, -2));
        Check(Colour.Green);
        Check(1.25m);
        Check(Guid.Parse("c0ffee00-0000-0000-0000-000000000001"));
        Check((Int128)1 << 100);
        Check((Half)0.5);
        Check(new Particle(1, 2, 3));
        Check((7, 'x', 2.5));

        void Check<T>(T value) where T : unmanaged
        {
            if (comm.Rank == 0) comm.Send(value, 1);
            if (comm.Rank == 1) Assert.Equal(value, comm.Recv<T>(0));
        }
    }

    [MpiCase(2)]
    public static void Send_Nothing_ArrivesAsAnEmptyMessage(ICommunicator comm)
    {
        if (comm.Rank == 0) comm.Send(ReadOnlySpan<int>.Empty, 1, tag: 3);
        if (comm.Rank == 1) Assert.Equal(new Status(0, 3, 0), comm.Recv(Span<int>.Empty, 0));
    }

    [MpiCase(2)]
    public static void Send_Large_ArrivesWhole(ICommunicator comm)
    {
        const int length = 1_000_000;
        if (comm.Rank == 0) comm.Send<int>(Enumerable.Range(0, length).ToArray(), 1);
        if (comm.Rank != 1) return;
        var buffer = new int[length];
        Assert.Equal(length, comm.Recv<int>(buffer, 0).Count<int>());
        Assert.True(buffer.AsSpan().SequenceEqual(Enumerable.Range(0, length).ToArray()));
    }

    [MpiCase(2)]
    public static void Send_ManyOfOneTag_ArriveInOrder(ICommunicator comm)
    {
        for (var i = 0; i < 200; i++)
        {
            if (comm.Rank == 0) comm.Send(i, 1, tag: 5);
            if (comm.Rank == 1) Assert.Equal(i, comm.Recv<int>(0, 5));
        }
    }

    [MpiCase(2)]
    public static void Recv_ByTag_TakesTheLaterMessageFirst(ICommunicator comm)
    {
        if (comm.Rank == 0)
        {
            comm.Send(1, 1, tag: 1);
            comm.Send(2, 1, tag: 2);
        }
        if (comm.Rank != 1) return;
        Assert.Equal(2, comm.Recv<int>(0, tag: 2));
        Assert.Equal(1, comm.Recv<int>(0, tag: 1));
    }

    [MpiCase(2)]
    public static void Recv_AnySource_GetsOneFromEach(ICommunicator comm)
    {
        if (comm.Rank > 0) comm.Send(comm.Rank * 10, 0, tag: comm.Rank);
        if (comm.Rank != 0) return;
        var seen = new HashSet<int>();
        Span<int> value = stackalloc int[1];
        for (var i = 1; i < comm.Size; i++)
        {
            var status = comm.Recv(value, AnySource, AnyTag);
            Assert.Equal((status.Source * 10, status.Source), (value[0], status.Tag));
            Assert.True(seen.Add(status.Source));
        }
    }

    [MpiCase]
    public static void Send_ToOneself_WorksWhenTheReceiveIsPosted(ICommunicator comm)
    {
        var buffer = new int[1];
        var request = comm.IRecv(buffer, comm.Rank);
        comm.Send(99, comm.Rank);
        request.Wait();
        Assert.Equal(99, buffer[0]);
    }

    [MpiCase]
    public static void ProcNull_ReceivesAtOnceAndNothing(ICommunicator comm)
    {
        comm.Send(1, ProcNull);
        int[] buffer = [7];
        var status = comm.Recv<int>(buffer, ProcNull);
        Assert.Equal(new Status(ProcNull, AnyTag, 0), status);
        Assert.Equal(7, buffer[0]);
        Assert.Equal(0, comm.Recv<int>(ProcNull));
        Assert.Equal(0, comm.Sendrecv(5, ProcNull, ProcNull));
    }

    [MpiCase(2)]
    public static void Recv_IntoTooShortABuffer_IsTruncate(ICommunicator comm)
    {
        if (comm.Rank == 0) comm.Send([1, 2, 3, 4], 1);
        if (comm.Rank != 1) return;
        var buffer = new int[2];
        var thrown = Assert.Throws<MpiException>(() => comm.Recv<int>(buffer, 0));
        Assert.Equal(MpiErrorClass.Truncate, thrown.ErrorClass);
    }

    [MpiCase(2)]
    public static void Recv_OneValueOfALongerType_SaysHowManyBytesCame(ICommunicator comm)
    {
        if (comm.Rank == 0) comm.Send(1, 1);
        if (comm.Rank == 1) Assert.Equal(MpiErrorClass.Count, Assert.Throws<MpiException>(() => comm.Recv<long>(0)).ErrorClass);
    }

    [MpiCase]
    public static void Send_ToARankThatIsNotThere_IsRank(ICommunicator comm)
    {
        var thrown = Assert.Throws<MpiException>(() => comm.Send(1, comm.Size));
        Assert.Equal(MpiErrorClass.Rank, thrown.ErrorClass);
        Assert.Contains($"{comm.Size}", thrown.Message);
        Assert.Equal(MpiErrorClass.Rank, Assert.Throws<MpiException>(() => comm.Send(1, AnySource)).ErrorClass);
        Assert.Equal(MpiErrorClass.Rank, Assert.Throws<MpiException>(() => comm.Recv<int>(comm.Size)).ErrorClass);
        Assert.Equal(MpiErrorClass.Rank, Assert.Throws<MpiException>(() => comm.ISend([1], comm.Size)).ErrorClass);
    }

    [MpiCase]
    public static void Send_WithANegativeTag_IsTag(ICommunicator comm)
    {
        Assert.Equal(MpiErrorClass.Tag, Assert.Throws<MpiException>(() => comm.Send(1, 0, tag: -5)).ErrorClass);
        Assert.Equal(MpiErrorClass.Tag, Assert.Throws<MpiException>(() => comm.Send(1, 0, tag: AnyTag)).ErrorClass);
    }

    [MpiCase]
    public static void Send_OnADisposedCommunicator_IsComm(ICommunicator comm)
    {
        var copy = comm.Dup();
        copy.Dispose();
        Assert.Equal(MpiErrorClass.Comm, Assert.Throws<MpiException>(() => copy.Send(1, 0)).ErrorClass);
        copy.Dispose();
    }

    [MpiCase]
    public static void Sendrecv_InARing_PassesEachOn(ICommunicator comm)
    {
        var (left, right) = ((comm.Rank + comm.Size - 1) % comm.Size, (comm.Rank + 1) % comm.Size);
        Assert.Equal(left, comm.Sendrecv(comm.Rank, right, left));
        var (send, receive) = (new double[50_000], new double[50_000]);
        Array.Fill(send, comm.Rank);
        var status = comm.Sendrecv<double>(send, right, receive, left, sendTag: 3, receiveTag: 3);
        Assert.Equal((left, 3, 50_000), (status.Source, status.Tag, status.Count<double>()));
        Assert.All(receive, value => Assert.Equal(left, value));
    }

    [MpiCase(2)]
    public static void Ssend_ReturnsAfterTheReceiveHasBegun(ICommunicator comm)
    {
        if (comm.Rank == 0) comm.Ssend([1, 2], 1);
        if (comm.Rank == 1) Assert.Equal([1, 2], comm.RecvArray<int>(0));
    }

    [MpiCase(2)]
    public static void Ssend_WithoutAReceive_IsNotCompleteYet(ICommunicator comm)
    {
        if (comm.Rank == 0)
        {
            var sent = comm.ISsend([1], 1, tag: 1);
            Assert.False(sent.Test(out _));
            comm.Send(2, 1, tag: 2);
            sent.Wait();
        }
        if (comm.Rank != 1) return;
        Assert.Equal(2, comm.Recv<int>(0, tag: 2));
        Assert.Equal(1, comm.Recv<int>(0, tag: 1));
    }

    [MpiCase(2)]
    public static void Bsend_Large_ReturnsWithoutAReceiveAndKeepsACopy(ICommunicator comm)
    {
        var other = 1 - comm.Rank;
        if (comm.Rank > 1) return;
        var data = new int[300_000];
        Array.Fill(data, comm.Rank);
        comm.Bsend<int>(data, other);
        Array.Fill(data, -1);
        Assert.All(comm.RecvArray<int>(other), value => Assert.Equal(other, value));
    }

    [MpiCase(2)]
    public static void Rsend_AfterTheReceiveIsPosted_Arrives(ICommunicator comm)
    {
        if (comm.Rank == 1)
        {
            var buffer = new int[1];
            var request = comm.IRecv(buffer, 0, tag: 1);
            comm.Send(0, 0, tag: 2);
            request.Wait();
            Assert.Equal(5, buffer[0]);
        }
        if (comm.Rank != 0) return;
        comm.Recv<int>(1, tag: 2);
        comm.Rsend([5], 1, tag: 1);
    }

    [MpiCase(2)]
    public static void Probe_TellsTheLengthAndLeavesTheMessage(ICommunicator comm)
    {
        if (comm.Rank == 0) comm.Send([1, 2, 3], 1, tag: 9);
        if (comm.Rank != 1) return;
        Assert.Equal(new Status(0, 9, 12), comm.Probe());
        Assert.True(comm.IProbe(out var again, 0, 9));
        Assert.Equal(3, again.Count<int>());
        Assert.False(comm.IProbe(out _, 0, 10));
        Assert.Equal([1, 2, 3], comm.RecvArray<int>(0, 9));
    }

    [MpiCase(2)]
    public static void Mprobe_TakesTheMessageOutOfTheQueue(ICommunicator comm)
    {
        if (comm.Rank == 0)
        {
            comm.Send([1, 2, 3], 1, tag: 9);
            comm.Send(4, 1, tag: 9);
        }
        if (comm.Rank != 1) return;
        var message = comm.Mprobe(0, 9);
        Assert.Equal(4, comm.Recv<int>(0, 9));
        Assert.Null(comm.IMprobe(0, 9));
        var buffer = new int[3];
        Assert.Equal(3, message.Recv<int>(buffer).Count<int>());
        Assert.Equal([1, 2, 3], buffer);
    }

    [MpiCase(2)]
    public static void Mprobe_ReceivedWithoutBlocking_Arrives(ICommunicator comm)
    {
        if (comm.Rank == 0) comm.Send([1, 2, 3], 1);
        if (comm.Rank != 1) return;
        var buffer = new int[3];
        comm.Mprobe(0).IRecv<int>(buffer).Wait();
        Assert.Equal([1, 2, 3], buffer);
    }

    [MpiCase]
    public static void Status_OfBytesThatAreNoWholeElements_IsTruncate(ICommunicator comm)
    {
        Assert.Equal(2, new Status(0, 0, 8).Count<int>());
        Assert.Equal(MpiErrorClass.Truncate, Assert.Throws<MpiException>(() => new Status(0, 0, 7).Count<int>()).ErrorClass);
        Assert.True(comm.Size > 0);
    }
}

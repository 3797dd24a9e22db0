using Xunit;
using static LearningKit.Mpi.MpiConstants;

namespace LearningKit.Mpi.Conformance;

public static class CommunicatorCases
{
    [MpiCase]
    public static void Split_ByParity_MakesTwoApart(ICommunicator comm)
    {
        using var team = comm.Split(comm.Rank % 2)!;
        Assert.Equal((comm.Rank / 2, (comm.Size + 1 - comm.Rank % 2) / 2), (team.Rank, team.Size));
        Assert.Equal(team.Size, team.Allreduce(1, Op.Sum));
        Assert.Equal(Enumerable.Range(0, comm.Size).Where(rank => rank % 2 == comm.Rank % 2), team.Allgather(comm.Rank));
    }

    [MpiCase]
    public static void Split_ByKey_OrdersTheRanks(ICommunicator comm)
    {
        using var reversed = comm.Split(0, key: -comm.Rank)!;
        Assert.Equal(comm.Size - 1 - comm.Rank, reversed.Rank);
    }

    [MpiCase]
    public static void Split_Undefined_JoinsNothing(ICommunicator comm)
    {
        using var part = comm.Split(comm.Rank == 0 ? Undefined : 1);
        Assert.Equal(comm.Rank == 0, part is null);
        if (part is not null) Assert.Equal(comm.Size - 1, part.Size);
    }

    [MpiCase]
    public static void Split_ByANegativeColour_IsArg(ICommunicator comm) =>
        Assert.Equal(MpiErrorClass.Arg, Assert.Throws<MpiException>(() => comm.Split(-7)).ErrorClass);

    [MpiCase]
    public static void SplitType_Shared_HoldsAllOfThisMachine(ICommunicator comm)
    {
        using var machine = comm.SplitType(SplitType.Shared);
        Assert.Equal(comm.Size, machine.Size);
    }

    [MpiCase(2)]
    public static void Dup_MessagesNeverMeet(ICommunicator comm)
    {
        using var copy = comm.Dup();
        if (comm.Rank == 0)
        {
            copy.Send(2, 1, tag: 7);
            comm.Send(1, 1, tag: 7);
        }
        if (comm.Rank != 1) return;
        Assert.Equal(1, comm.Recv<int>(AnySource, 7));
        Assert.Equal(2, copy.Recv<int>(AnySource, 7));
    }

    [MpiCase]
    public static void Create_FromAGroup_OrdersAsTheGroup(ICommunicator comm)
    {
        var backwards = comm.Group.Include([.. Enumerable.Range(0, comm.Size).Reverse()]);
        using var turned = comm.Create(backwards)!;
        Assert.Equal(comm.Size - 1 - comm.Rank, turned.Rank);
        Assert.Equal(GroupComparison.Identical, backwards.Compare(turned.Group));

        using var first = comm.Create(comm.Group.Include(0));
        Assert.Equal(comm.Rank == 0, first is not null);
    }

    [MpiCase]
    public static void Create_WithAStranger_IsGroup(ICommunicator comm) =>
        Assert.Equal(MpiErrorClass.Group, Assert.Throws<MpiException>(() => comm.Create(new Group(comm.Size + 5))).ErrorClass);

    [MpiCase]
    public static void Group_OfTheWorld_CountsUp(ICommunicator comm)
    {
        Assert.Equal(Enumerable.Range(0, comm.Size), comm.Environment.World.Group);
        Assert.Equal([comm.Environment.World.Rank], comm.Environment.Self.Group);
    }

    [MpiCase]
    public static void Environment_SaysWhatItKnows(ICommunicator comm)
    {
        var environment = comm.Environment;
        Assert.Equal((0, 1), (environment.Self.Rank, environment.Self.Size));
        Assert.NotEmpty(environment.Library);
        Assert.NotEmpty(environment.ProcessorName);
        var before = environment.Wtime();
        Assert.True(environment.Wtime() >= before);
        Assert.Equal(ThreadLevel.Multiple, environment.ThreadLevel);
        comm.Name = "Käse";
        Assert.Equal("Käse", comm.Name);
    }

    [MpiCase]
    public static void Exceptions_OfTheProcessor_CanStillBeCaught(ICommunicator comm)
    {
        // A library that takes these signals from .NET would end the process here.
        var nothing = comm.Rank < 0 ? "" : null;
        var zero = comm.Rank < 0 ? 1 : 0;
        Assert.Throws<NullReferenceException>(() => nothing!.Length);
        Assert.Throws<DivideByZeroException>(() => 1 / zero);
    }

    [MpiCase(2)]
    public static void Intercommunicator_SendsToTheOtherGroup(ICommunicator comm)
    {
        // The lower ranks on one side, the last on the other.
        var high = comm.Rank == comm.Size - 1;
        using var team = comm.Split(high ? 1 : 0)!;
        using var inter = team.CreateIntercomm(leader: 0, comm, remoteLeader: high ? 0 : comm.Size - 1, tag: 5);
        Assert.True(inter.IsInter);
        Assert.False(team.IsInter);
        Assert.Equal((team.Size, comm.Size - team.Size), (inter.Size, inter.RemoteSize));
        if (high) for (var to = 0; to < inter.RemoteSize; to++) inter.Send(to * 3, to);
        else Assert.Equal(inter.Rank * 3, inter.Recv<int>(0));

        // A rooted collective goes from the root to the other group; one of all gives each group what the other has.
        var told = inter.Bcast(42, root: high ? Root : 0);
        Assert.Equal(42, told);
        var sum = inter.Allreduce(high ? 100 : 1, Op.Sum);
        Assert.Equal(high ? comm.Size - 1 : 100, sum);

        using var merged = inter.Merge(high);
        Assert.Equal((comm.Rank, comm.Size), (merged.Rank, merged.Size));
        Assert.Equal(comm.Size, merged.Allreduce(1, Op.Sum));
    }
}

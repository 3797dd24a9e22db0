using Xunit;

namespace LearningKit.Mpi.Conformance;

public static class FileCases
{
    const MpiFileMode Scratch = MpiFileMode.Create | MpiFileMode.ReadWrite | MpiFileMode.DeleteOnClose;

    // A path that all ranks know and no other job has.
    static string NewPath(ICommunicator comm) =>
        comm.BcastObject(Path.Combine(Path.GetTempPath(), $"learningkit-mpi-{Guid.NewGuid():n}"));

    static void Settle(ICommunicator comm, MpiFile file)
    {
        file.Sync();
        comm.Barrier();
        file.Sync();
    }

    [MpiCase]
    public static void WriteAtAll_ThenReadAtAll_GivesTheNeighboursPart(ICommunicator comm)
    {
        using var file = comm.OpenFile(NewPath(comm), Scratch);
        var part = new int[100];
        Array.Fill(part, comm.Rank + 1);
        file.WriteAtAll<int>(400L * comm.Rank, part);
        Settle(comm, file);
        Assert.Equal(400L * comm.Size, file.Size);
        var right = (comm.Rank + 1) % comm.Size;
        Assert.Equal(100, file.ReadAtAll<int>(400L * right, part));
        Assert.All(part, value => Assert.Equal(right + 1, value));
    }

    [MpiCase]
    public static void ReadAt_BeyondTheEnd_GivesFewer(ICommunicator comm)
    {
        using var file = comm.OpenFile(NewPath(comm), Scratch);
        if (comm.Rank == 0) file.WriteAt<double>(0, [1, 2, 3]);
        Settle(comm, file);
        var buffer = new double[5];
        Assert.Equal(2, file.ReadAt<double>(8, buffer));
        Assert.Equal([2, 3, 0, 0, 0], buffer);
    }

    [MpiCase]
    public static void Position_IsEachRanksOwn(ICommunicator comm)
    {
        using var file = comm.OpenFile(NewPath(comm), Scratch);
        file.Position = comm.Rank * 8;
        file.Write<int>([comm.Rank]);
        file.WriteAll<int>([comm.Rank + 100]);
        Assert.Equal(comm.Rank * 8 + 8, file.Position);
        Settle(comm, file);
        file.Position = 0;
        var all = new int[2 * comm.Size];
        Assert.Equal(all.Length, file.ReadAll<int>(all));
        Assert.Equal(Enumerable.Range(0, comm.Size).SelectMany(rank => new[] { rank, rank + 100 }), all);
    }

    [MpiCase]
    public static void View_OfEverySizethNumber_InterleavesTheRanks(ICommunicator comm)
    {
        using var file = comm.OpenFile(NewPath(comm), Scratch);
        file.SetView<int>(comm.Rank * sizeof(int), Datatype.Of<int>().Resized(0, comm.Size * sizeof(int)));
        file.WriteAtAll<int>(0, [comm.Rank, comm.Rank + 10, comm.Rank + 20]);
        Settle(comm, file);
        var one = new int[1];
        file.ReadAtAll<int>(2, one);
        Assert.Equal(comm.Rank + 20, one[0]);
        file.SetView<int>(0);
        var all = new int[3 * comm.Size];
        file.ReadAtAll<int>(0, all);
        Assert.Equal(Enumerable.Range(0, 3 * comm.Size).Select(i => i % comm.Size + i / comm.Size * 10), all);
    }

    [MpiCase]
    public static void WriteOrdered_KeepsTheOrderOfRanks(ICommunicator comm)
    {
        using var file = comm.OpenFile(NewPath(comm), Scratch);
        file.WriteOrdered<byte>([.. Enumerable.Repeat((byte)comm.Rank, comm.Rank + 1)]);
        Settle(comm, file);
        var all = new byte[comm.Size * (comm.Size + 1) / 2];
        file.ReadAtAll<byte>(0, all);
        Assert.Equal(Enumerable.Range(0, comm.Size).SelectMany(rank => Enumerable.Repeat((byte)rank, rank + 1)), all);
    }

    [MpiCase]
    public static void WriteShared_LosesNothing(ICommunicator comm)
    {
        using var file = comm.OpenFile(NewPath(comm), Scratch);
        for (var i = 0; i < 5; i++) file.WriteShared<int>([comm.Rank * 100 + i]);
        Settle(comm, file);
        var all = new int[5 * comm.Size];
        file.ReadAtAll<int>(0, all);
        Assert.Equal(Enumerable.Range(0, comm.Size).SelectMany(rank => Enumerable.Range(rank * 100, 5)), all.Order());
    }

    [MpiCase]
    public static void Size_SetByAll_CutsTheFile(ICommunicator comm)
    {
        using var file = comm.OpenFile(NewPath(comm), Scratch);
        file.Size = 1000;
        Assert.Equal(1000, file.Size);
        comm.Barrier();
        file.Size = 10;
        Assert.Equal(10, file.Size);
    }

    [MpiCase]
    public static void OpenFile_ThatIsNotThere_IsNoSuchFile(ICommunicator comm)
    {
        var path = NewPath(comm);
        var thrown = Assert.Throws<MpiException>(() => comm.OpenFile(path, MpiFileMode.ReadOnly));
        Assert.Equal(MpiErrorClass.NoSuchFile, thrown.ErrorClass);
        Assert.Contains(path, thrown.Message, StringComparison.Ordinal);
    }

    [MpiCase]
    public static void DeleteOnClose_LeavesNothing(ICommunicator comm)
    {
        var path = NewPath(comm);
        comm.OpenFile(path, Scratch).Dispose();
        comm.Barrier();
        Assert.False(File.Exists(path));
    }
}

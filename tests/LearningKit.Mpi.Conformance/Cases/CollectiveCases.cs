using Xunit;

namespace LearningKit.Mpi.Conformance;

public static class CollectiveCases
{
    static int[] Range(int from, int count) => [.. Enumerable.Range(from, count)];

    [MpiCase]
    public static void Barrier_NobodyLeavesBeforeAllHaveCome(ICommunicator comm)
    {
        // Each rank tells the next that it is at the barrier. After it, all of that must have been sent.
        var right = (comm.Rank + 1) % comm.Size;
        var left = (comm.Rank + comm.Size - 1) % comm.Size;
        var sent = comm.ISend([comm.Rank], right);
        comm.Barrier();
        comm.Barrier();
        Assert.Equal(left, comm.Probe(left).Source);
        Assert.Equal(left, comm.Recv<int>(left));
        sent.Wait();
    }

    [MpiCase]
    public static void Bcast_FromEveryRoot_GivesItsBuffer(ICommunicator comm)
    {
        for (var root = 0; root < comm.Size; root++)
        {
            var buffer = comm.Rank == root ? Range(root * 100, 1000) : new int[1000];
            comm.Bcast(buffer, root);
            Assert.Equal(Range(root * 100, 1000), buffer);
            Assert.Equal(root + 0.5, comm.Bcast(comm.Rank + 0.5, root));
        }
    }

    [MpiCase]
    public static void Scatter_FromEveryRoot_GivesEachItsPart(ICommunicator comm)
    {
        for (var root = 0; root < comm.Size; root++)
        {
            var part = new int[3];
            comm.Scatter<int>(comm.Rank == root ? Range(root, 3 * comm.Size) : [], part, root);
            Assert.Equal(Range(root + 3 * comm.Rank, 3), part);
            Assert.Equal(comm.Rank * 2, comm.Scatter<int>(comm.Rank == root ? [.. Range(0, comm.Size).Select(i => i * 2)] : [], root));
        }
    }

    [MpiCase]
    public static void Gather_ToEveryRoot_PutsPartsSideBySide(ICommunicator comm)
    {
        for (var root = 0; root < comm.Size; root++)
        {
            var all = new int[comm.Rank == root ? 2 * comm.Size : 0];
            comm.Gather<int>(Range(2 * comm.Rank, 2), all, root);
            Assert.Equal(Range(0, all.Length), all);
            Assert.Equal(comm.Rank == root ? Range(7, comm.Size) : [], comm.Gather(comm.Rank + 7, root));
        }
    }

    [MpiCase]
    public static void Allgather_GivesAllPartsToAll(ICommunicator comm)
    {
        var all = new double[2 * comm.Size];
        comm.Allgather<double>([comm.Rank, comm.Rank + 0.5], all);
        Assert.Equal(Enumerable.Range(0, 2 * comm.Size).Select(i => i / 2.0), all);
        Assert.Equal(Range(0, comm.Size), comm.Allgather(comm.Rank));
    }

    [MpiCase]
    public static void Alltoall_IsATransposition(ICommunicator comm)
    {
        var received = comm.Alltoall<int>([.. Range(0, comm.Size).Select(to => comm.Rank * 100 + to)]);
        Assert.Equal(Range(0, comm.Size).Select(from => from * 100 + comm.Rank), received);
    }

    [MpiCase]
    public static void Reduce_ToEveryRoot_Combines(ICommunicator comm)
    {
        for (var root = 0; root < comm.Size; root++)
        {
            var result = new long[2];
            comm.Reduce<long>([comm.Rank, 1], result, Op.Sum, root);
            Assert.Equal(comm.Rank == root ? [comm.Size * (comm.Size - 1) / 2, comm.Size] : [0, 0], result);
            Assert.Equal(comm.Rank == root ? comm.Size - 1 : 0, comm.Reduce(comm.Rank, Op.Max, root));
        }
    }

    [MpiCase]
    public static void Allreduce_OfALongBuffer_CombinesEachElement(ICommunicator comm)
    {
        var result = new double[10_007];
        comm.Allreduce<double>([.. Enumerable.Range(0, result.Length).Select(i => i + (double)comm.Rank)], result, Op.Sum);
        for (var i = 0; i < result.Length; i++) Assert.Equal(comm.Size * (double)i + comm.Size * (comm.Size - 1) / 2, result[i]);
        Assert.Equal(comm.Size, comm.Allreduce(1, Op.Sum));
    }

    [MpiCase]
    public static void ReduceScatter_GivesEachItsPartOfTheResult(ICommunicator comm)
    {
        var part = new int[2];
        comm.ReduceScatter<int>(Range(comm.Rank, 2 * comm.Size), part, Op.Sum);
        var ranks = comm.Size * (comm.Size - 1) / 2;
        Assert.Equal([ranks + comm.Size * 2 * comm.Rank, ranks + comm.Size * (2 * comm.Rank + 1)], part);

        int[] counts = Range(0, comm.Size);
        var own = new int[comm.Rank];
        comm.ReduceScatter<int>(Enumerable.Repeat(1, counts.Sum()).ToArray(), own, counts, Op.Sum);
        Assert.All(own, value => Assert.Equal(comm.Size, value));
    }

    [MpiCase]
    public static void Scan_IsARunningTotal(ICommunicator comm)
    {
        Assert.Equal((comm.Rank + 1) * (comm.Rank + 2) / 2, comm.Scan(comm.Rank + 1, Op.Sum));
        Assert.Equal(comm.Rank * (comm.Rank + 1) / 2, comm.Exscan(comm.Rank + 1, Op.Sum));
        Assert.Equal(comm.Rank == 0 ? 1 : Enumerable.Range(1, comm.Rank).Aggregate((a, b) => a * b), comm.Exscan(comm.Rank + 1, Op.Prod, first: 1));
    }

    [MpiCase]
    public static void InPlace_NeedsOneBuffer(ICommunicator comm)
    {
        var (rank, size, sum) = (comm.Rank, comm.Size, comm.Size * (comm.Size - 1) / 2);
        int[] values = [rank, 1];
        comm.Allreduce(values, Op.Sum);
        Assert.Equal([sum, size], values);

        values = [rank];
        comm.ReduceInPlace<int>(values, Op.Sum, root: size - 1);
        Assert.Equal(rank == size - 1 ? sum : rank, values[0]);

        values = [1];
        comm.ScanInPlace<int>(values, Op.Sum);
        Assert.Equal(rank + 1, values[0]);

        values = [1];
        comm.ExscanInPlace<int>(values, Op.Sum);
        Assert.Equal(Math.Max(rank, 1), values[0]);

        values = new int[size];
        values[rank] = rank + 5;
        comm.AllgatherInPlace<int>(values);
        Assert.Equal(Range(5, size), values);

        values = [.. Range(0, size).Select(to => rank * 10 + to)];
        comm.AlltoallInPlace<int>(values);
        Assert.Equal(Range(0, size).Select(from => from * 10 + rank), values);

        values = rank == 0 ? [5, .. new int[size - 1]] : [rank + 5];
        comm.GatherInPlace<int>(values);
        Assert.Equal(rank == 0 ? Range(5, size) : [rank + 5], values);

        values = rank == 0 ? Range(5, size) : [0];
        comm.ScatterInPlace<int>(values);
        Assert.Equal(rank + 5, values[0]);
    }

    [MpiCase]
    public static void Scatterv_WithARemainder_GivesEachItsPart(ICommunicator comm)
    {
        int[] counts = [.. Range(0, comm.Size).Select(rank => 10 / comm.Size + (rank < 10 % comm.Size ? 1 : 0))];
        var part = comm.Scatterv<int>(comm.Rank == 0 ? Range(0, 10) : [], counts);
        Assert.Equal(Range(counts[..comm.Rank].Sum(), counts[comm.Rank]), part);
        Assert.Equal(comm.Rank == 0 ? Range(0, 10) : [], comm.Gatherv<int>(part));
        Assert.Equal(Range(0, 10), comm.Allgatherv<int>(part));
    }

    [MpiCase]
    public static void Gatherv_WithDisplacements_LeavesGaps(ICommunicator comm)
    {
        var root = comm.Size - 1;
        int[] counts = [.. Range(1, comm.Size)];
        int[] places = [.. Range(0, comm.Size).Select(rank => rank * 10)];
        var all = new int[10 * comm.Size];
        Array.Fill(all, -1);
        comm.Gatherv<int>(Enumerable.Repeat(comm.Rank, comm.Rank + 1).ToArray(), all, counts, root, places);
        if (comm.Rank != root) return;
        for (var i = 0; i < all.Length; i++) Assert.Equal(i % 10 <= i / 10 ? i / 10 : -1, all[i]);
    }

    [MpiCase]
    public static void Alltoallv_SendsEachANumberOfItsOwn(ICommunicator comm)
    {
        // To rank i go i + 1 copies of this rank's number.
        int[] counts = Range(1, comm.Size);
        int[] send = [.. Enumerable.Repeat(comm.Rank, counts.Sum())];
        var received = comm.Alltoallv<int>(send, counts);
        Assert.Equal(Range(0, comm.Size).SelectMany(from => Enumerable.Repeat(from, comm.Rank + 1)), received);
    }

    [MpiCase]
    public static void Nonblocking_OfEachKind_CompletesWithTheSameResult(ICommunicator comm)
    {
        var (rank, size) = (comm.Rank, comm.Size);
        comm.IBarrier().Wait();

        var buffer = rank == 0 ? Range(0, 50) : new int[50];
        comm.IBcast<int>(buffer).Wait();
        Assert.Equal(Range(0, 50), buffer);

        var part = new int[2];
        comm.IScatter<int>(rank == 0 ? Range(0, 2 * size) : Array.Empty<int>(), part).Wait();
        Assert.Equal(Range(2 * rank, 2), part);

        var all = new int[2 * size];
        comm.IGather<int>(part, all).Wait();
        if (rank == 0) Assert.Equal(Range(0, 2 * size), all);
        comm.IAllgather<int>(part, all).Wait();
        Assert.Equal(Range(0, 2 * size), all);

        var swapped = new int[size];
        comm.IAlltoall<int>(Range(rank * 10, size), swapped).Wait();
        Assert.Equal(Range(0, size).Select(from => from * 10 + rank), swapped);

        var sum = new int[1];
        comm.IReduce<int>(new[] { rank }, sum, Op.Sum).Wait();
        Assert.Equal(rank == 0 ? size * (size - 1) / 2 : 0, sum[0]);
        comm.IAllreduce<int>(new[] { 1 }, sum, Op.Sum).Wait();
        Assert.Equal(size, sum[0]);
        comm.IScan<int>(new[] { 1 }, sum, Op.Sum).Wait();
        Assert.Equal(rank + 1, sum[0]);
        comm.IExscan<int>(new[] { 1 }, sum, Op.Sum).Wait();
        Assert.Equal(Math.Max(rank, 1), sum[0]);
    }

    [MpiCase]
    public static void Nonblocking_TwoUnderWay_DoNotMixUp(ICommunicator comm)
    {
        var (one, two) = (new double[1000], new double[1000]);
        var first = comm.IAllreduce<double>(Enumerable.Repeat(1.0, 1000).ToArray(), one, Op.Sum);
        var second = comm.IAllreduce<double>(Enumerable.Repeat((double)comm.Rank, 1000).ToArray(), two, Op.Max);
        Task.WhenAll(first.AsTask(), second.AsTask()).GetAwaiter().GetResult();
        Assert.All(one, value => Assert.Equal(comm.Size, value));
        Assert.All(two, value => Assert.Equal(comm.Size - 1, value));
    }

    [MpiCase]
    public static void Root_ThatIsNotThere_IsRoot(ICommunicator comm) =>
        Assert.Equal(MpiErrorClass.Root, Assert.Throws<MpiException>(() => comm.Bcast(1, root: comm.Size)).ErrorClass);

    [MpiCase]
    public static void Lengths_ThatDoNotGoTogether_AreRefusedBeforeAnythingIsSent(ICommunicator comm)
    {
        Assert.Throws<ArgumentException>(() => comm.Scatter<int>(new int[2 * comm.Size + 1], new int[2], root: comm.Rank));
        Assert.Throws<ArgumentException>(() => comm.Gather<int>(new int[2], new int[2 * comm.Size - 1], root: comm.Rank));
        Assert.Throws<ArgumentException>(() => comm.Allgather<int>(new int[2], new int[2 * comm.Size - 1]));
        Assert.Throws<ArgumentException>(() => comm.Alltoall<int>(new int[comm.Size], new int[comm.Size + 1]));
        Assert.Throws<ArgumentException>(() => comm.Allreduce<int>(new int[2], new int[1], Op.Sum));
        Assert.Throws<ArgumentException>(() => comm.Allgatherv<int>([1], new int[comm.Size], [.. Enumerable.Repeat(2, comm.Size)]));
        Assert.Throws<ArgumentException>(() => comm.Allgatherv<int>([1], new int[comm.Size], [1, .. new int[comm.Size]]));
    }
}

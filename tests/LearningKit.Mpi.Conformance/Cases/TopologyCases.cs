using Xunit;
using static LearningKit.Mpi.MpiConstants;

namespace LearningKit.Mpi.Conformance;

public static class TopologyCases
{
    [MpiCase]
    public static void Cart_OfTwoDimensions_ShiftsToNeighbours(ICommunicator comm)
    {
        var dims = CartesianTopology.DimsFor(comm.Size, 2);
        using var grid = comm.CreateCart(dims, [true, false])!;
        Assert.Equal(dims, grid.Grid.Dims.ToArray());
        Assert.Equal([grid.Rank / dims[1], grid.Rank % dims[1]], grid.Coords);
        for (var dimension = 0; dimension < 2; dimension++)
        {
            var (source, dest) = grid.Shift(dimension);
            var got = grid.Sendrecv(grid.Rank + 1, dest, source);
            Assert.Equal(source == ProcNull ? 0 : source + 1, got);
        }
        using var copy = grid.Dup();
        Assert.Equal(grid.Coords, copy.Coords);
    }

    [MpiCase(2)]
    public static void Cart_SmallerThanTheCommunicator_LeavesRanksOver(ICommunicator comm)
    {
        using var grid = comm.CreateCart([comm.Size - 1]);
        Assert.Equal(comm.Rank == comm.Size - 1, grid is null);
    }

    [MpiCase]
    public static void Cart_LargerThanTheCommunicator_IsDims(ICommunicator comm) =>
        Assert.Equal(MpiErrorClass.Dims, Assert.Throws<MpiException>(() => comm.CreateCart([comm.Size, 2])).ErrorClass);

    [MpiCase]
    public static void Cart_Sub_CutsRowsAndColumns(ICommunicator comm)
    {
        var dims = CartesianTopology.DimsFor(comm.Size, 2);
        using var grid = comm.CreateCart(dims)!;
        using var row = grid.Sub(false, true);
        using var column = grid.Sub(true, false);
        Assert.Equal((dims[1], grid.Coords[1]), (row.Size, row.Rank));
        Assert.Equal((dims[0], grid.Coords[0]), (column.Size, column.Rank));
        Assert.Equal(grid.Coords[0] * dims[1] * dims[1] + dims[1] * (dims[1] - 1) / 2, row.Allreduce(grid.Rank, Op.Sum));
        Assert.Equal([grid.Coords[1]], row.Coords);
    }

    [MpiCase]
    public static void Topology_WhereThereIsNone_IsTopology(ICommunicator comm)
    {
        Assert.Equal(MpiErrorClass.Topology, Assert.Throws<MpiException>(() => comm.Coords).ErrorClass);
        Assert.Equal(MpiErrorClass.Topology, Assert.Throws<MpiException>(() => comm.NeighborAllgather<int>([1], [])).ErrorClass);
    }

    [MpiCase]
    public static void Neighbours_OfALine_ExchangeTheirEdges(ICommunicator comm)
    {
        using var line = comm.CreateCart([comm.Size])!;
        int[] halo = [-1, -1];
        line.NeighborAllgather<int>([line.Rank], halo);
        Assert.Equal([line.Rank == 0 ? -1 : line.Rank - 1, line.Rank == line.Size - 1 ? -1 : line.Rank + 1], halo);

        halo = [-1, -1, -1, -1];
        line.NeighborAlltoall<int>([line.Rank * 10, 0, line.Rank * 10 + 1, 0], halo);
        Assert.Equal(line.Rank == 0 ? -1 : line.Rank * 10 - 9, halo[0]);
        Assert.Equal(line.Rank == line.Size - 1 ? -1 : line.Rank * 10 + 10, halo[2]);
    }

    [MpiCase]
    public static void Neighbours_OfAGraph_AreItsEdges(ICommunicator comm)
    {
        // A ring in one direction, and everybody to rank 0.
        var (left, right) = ((comm.Rank + comm.Size - 1) % comm.Size, (comm.Rank + 1) % comm.Size);
        int[] sources = comm.Rank == 0 ? [left, .. Enumerable.Range(0, comm.Size)] : [left];
        using var graph = comm.CreateGraph(sources, [right, 0]);
        var received = new int[sources.Length];
        graph.NeighborAllgather<int>([comm.Rank], received);
        Assert.Equal(sources, received);

        var lengths = sources.Select(source => source + 1).ToArray();
        var varied = new int[lengths.Sum()];
        graph.NeighborAllgatherv<int>(Enumerable.Repeat(comm.Rank, comm.Rank + 1).ToArray(), varied, lengths);
        Assert.Equal(sources.SelectMany(source => Enumerable.Repeat(source, source + 1)), varied);
    }

    [MpiCase]
    public static void Neighbours_WithPartsOfTheirOwnLength(ICommunicator comm)
    {
        var (left, right) = ((comm.Rank + comm.Size - 1) % comm.Size, (comm.Rank + 1) % comm.Size);
        using var ring = comm.CreateGraph([left], [right]);
        var received = new int[left + 1];
        ring.NeighborAlltoallv<int>(Enumerable.Repeat(comm.Rank, comm.Rank + 1).ToArray(), [comm.Rank + 1], received, [left + 1]);
        Assert.All(received, value => Assert.Equal(left, value));
    }

    [MpiCase]
    public static void Graph_WithoutEdges_ExchangesNothing(ICommunicator comm)
    {
        using var lonely = comm.CreateGraph([], []);
        lonely.NeighborAllgather<int>([1], []);
    }
}

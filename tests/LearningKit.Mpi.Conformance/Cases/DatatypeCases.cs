using System.Runtime.InteropServices;
using Xunit;

namespace LearningKit.Mpi.Conformance;

public static class DatatypeCases
{
    const int Rows = 4, Columns = 6;

    [StructLayout(LayoutKind.Sequential)]
    struct Body
    {
        public double X, Y;
        public int Id;
        public double Mass;
    }

    static int[] Matrix() => [.. Enumerable.Range(0, Rows * Columns)];

    [MpiCase(2)]
    public static void Vector_SendsAColumn_ReceivedAsARow(ICommunicator comm)
    {
        if (comm.Rank == 0) comm.Send<int>(Matrix().AsSpan(2), Datatype.Vector<int>(Rows, 1, Columns), 1);
        if (comm.Rank != 1) return;
        var row = new int[Rows];
        Assert.Equal(Rows, comm.Recv<int>(row, 0).Count<int>());
        Assert.Equal([2, 8, 14, 20], row);
    }

    [MpiCase(2)]
    public static void Vector_ReceivesAColumn_AndLeavesTheRest(ICommunicator comm)
    {
        if (comm.Rank == 0) comm.Send<int>([-1, -2, -3, -4], 1);
        if (comm.Rank != 1) return;
        var matrix = Matrix();
        comm.Recv<int>(matrix.AsSpan(5), Datatype.Vector<int>(Rows, 1, Columns), 0);
        for (var i = 0; i < matrix.Length; i++) Assert.Equal(i % Columns == 5 ? -1 - i / Columns : i, matrix[i]);
    }

    [MpiCase(2)]
    public static void Indexed_SendsATriangle(ICommunicator comm)
    {
        int[] lengths = [1, 2, 3, 4], places = [0, 6, 12, 18];
        if (comm.Rank == 0) comm.Send<int>(Matrix(), Datatype.Indexed<int>(lengths, places), 1);
        if (comm.Rank == 1) Assert.Equal([0, 6, 7, 12, 13, 14, 18, 19, 20, 21], comm.RecvArray<int>(0));
    }

    [MpiCase(2)]
    public static void Subarray_SendsATile(ICommunicator comm)
    {
        var tile = Datatype.Subarray<int>([Rows, Columns], [2, 3], [1, 2]);
        if (comm.Rank == 0) comm.Send<int>(Matrix(), tile, 1);
        if (comm.Rank == 1) Assert.Equal([8, 9, 10, 14, 15, 16], comm.RecvArray<int>(0));

        var cube = Datatype.Subarray<int>([2, 3, 4], [2, 1, 2], [0, 1, 2]);
        if (comm.Rank == 0) comm.Send<int>(Matrix(), cube, 1);
        if (comm.Rank == 1) Assert.Equal([6, 7, 18, 19], comm.RecvArray<int>(0));
    }

    [MpiCase(2)]
    public static void Struct_SendsSomeFieldsOfSeveral(ICommunicator comm)
    {
        Body[] bodies = [new() { X = 1, Y = 2, Id = 3, Mass = 4 }, new() { X = 5, Y = 6, Id = 7, Mass = 8 }];
        var size = Marshal.SizeOf<Body>();
        var part = Datatype.Struct((0, 2, Datatype.Of<double>()), (16, 1, Datatype.Of<int>())).Resized(0, size);
        if (comm.Rank == 0) comm.Send<Body>(bodies, part, 1, count: 2);
        if (comm.Rank != 1) return;
        var received = new Body[2];
        comm.Recv<Body>(received, part, 0, count: 2);
        Assert.Equal((5, 6, 7, 0), (received[1].X, received[1].Y, received[1].Id, received[1].Mass));
        Assert.Equal((1, 2, 3, 0), (received[0].X, received[0].Y, received[0].Id, received[0].Mass));
    }

    [MpiCase(2)]
    public static void Resized_SendsTwoColumnsSideBySide(ICommunicator comm)
    {
        var column = Datatype.Vector<int>(Rows, 1, Columns).Resized(0, sizeof(int));
        if (comm.Rank == 0) comm.Send<int>(Matrix(), column, 1, count: 2);
        if (comm.Rank == 1) Assert.Equal([0, 6, 12, 18, 1, 7, 13, 19], comm.RecvArray<int>(0));
    }

    [MpiCase(2)]
    public static void Nested_VectorsOfVectors_TravelInOrder(ICommunicator comm)
    {
        // Every other element of every other row.
        var row = Datatype.Vector<int>(3, 1, 2).Resized(0, 2 * Columns * sizeof(int)).Contiguous(2);
        if (comm.Rank == 0) comm.Send<int>(Matrix(), row, 1);
        if (comm.Rank == 1) Assert.Equal([0, 2, 4, 12, 14, 16], comm.RecvArray<int>(0));
    }

    [MpiCase]
    public static void Datatype_ThatReachesBeyondTheBuffer_IsRefused(ICommunicator comm)
    {
        var column = Datatype.Vector<int>(Rows, 1, Columns);
        Assert.Throws<ArgumentException>(() => comm.Send<int>(new int[Rows * Columns - Columns], column, comm.Rank));
        Assert.Throws<ArgumentException>(() => comm.Recv<int>(new int[Rows * Columns], column, comm.Rank, count: 2));
    }

    [MpiCase]
    public static void Pieces_HoldAsManyBytesAsTheSize(ICommunicator comm)
    {
        Datatype[] types =
        [
            Datatype.Of<long>(), Datatype.Vector<int>(3, 2, 5), Datatype.Indexed<short>([1, 3], [4, 0]), Datatype.Subarray<byte>([3, 4], [2, 2], [1, 1]),
            Datatype.Struct((8, 2, Datatype.Of<int>()), (0, 1, Datatype.Of<double>())), Datatype.Vector<int>(3, 1, -2), Datatype.Of<int>().Contiguous(4),
        ];
        Assert.All(types, type => Assert.Equal(type.Size, type.Pieces.Sum(piece => piece.Bytes)));
        Assert.True(comm.Size > 0);
    }
}

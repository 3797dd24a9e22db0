using System.Numerics;
using Xunit;

namespace LearningKit.Mpi.Conformance;

public static class OperatorCases
{
    readonly record struct Affine(long Factor, long Offset)
    {
        // First this, then the other: associative, but the order matters.
        public Affine Then(Affine next) => new(Factor * next.Factor, Offset * next.Factor + next.Offset);
    }

    [MpiCase]
    public static void BuiltIn_OnEveryTypeItSupports_EqualsTheSerialFold(ICommunicator comm)
    {
        Integers<sbyte>(comm);
        Integers<byte>(comm);
        Integers<short>(comm);
        Integers<ushort>(comm);
        Integers<int>(comm);
        Integers<uint>(comm);
        Integers<long>(comm);
        Integers<ulong>(comm);
        Numbers<float>(comm);
        Numbers<double>(comm);
    }

    [MpiCase]
    public static void BuiltIn_OnBooleansAndComplexNumbers(ICommunicator comm)
    {
        Assert.True(comm.Allreduce(comm.Rank == 0, Op.LogicalOr));
        Assert.Equal(comm.Size == 1, comm.Allreduce(comm.Rank == 0, Op.LogicalAnd));
        Assert.Equal(comm.Size % 2 == 1, comm.Allreduce(true, Op.LogicalXor));
        Assert.Equal(new Complex(comm.Size, 2 * comm.Size), comm.Allreduce(new Complex(1, 2), Op.Sum));
        Assert.Equal(Complex.ImaginaryOne, comm.Allreduce(comm.Rank == 0 ? Complex.ImaginaryOne : Complex.One, Op.Prod));
    }

    [MpiCase]
    public static void BuiltIn_OnATypeItDoesNotSupport_IsOp(ICommunicator comm)
    {
        var thrown = Assert.Throws<MpiException>(() => comm.Allreduce((1, 2), Op.Sum));
        Assert.Equal(MpiErrorClass.Op, thrown.ErrorClass);
        Assert.Contains("Op.Create", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(MpiErrorClass.Op, Assert.Throws<MpiException>(() => comm.Allreduce(1.5, Op.BitwiseAnd)).ErrorClass);
        Assert.Equal(MpiErrorClass.Op, Assert.Throws<MpiException>(() => comm.IAllreduce<decimal>(new decimal[1], new decimal[1], Op.Max)).ErrorClass);
    }

    [MpiCase]
    public static void User_LambdaOnAStruct_Combines(ICommunicator comm)
    {
        var nearest = Op.Create<(double Distance, int Rank)>((a, b) => a.Distance <= b.Distance ? a : b);
        var result = comm.Allreduce((Math.Abs(comm.Rank - 1.2), comm.Rank), nearest);
        Assert.Equal(Enumerable.Range(0, comm.Size).MinBy(rank => Math.Abs(rank - 1.2)), result.Item2);

        var sum = Op.Create<decimal>((a, b) => a + b);
        Assert.Equal(0.1m * comm.Size, comm.Allreduce(0.1m, sum));
    }

    [MpiCase]
    public static void User_ThatIsNotCommutative_KeepsTheOrderOfRanks(ICommunicator comm)
    {
        var then = Op.Create<Affine>((a, b) => a.Then(b), commutative: false);
        var own = new Affine(comm.Rank + 2, comm.Rank);
        var ranks = Enumerable.Range(0, comm.Size).Select(rank => new Affine(rank + 2, rank)).ToArray();
        Assert.Equal(ranks.Aggregate((a, b) => a.Then(b)), comm.Allreduce(own, then));
        Assert.Equal(ranks[..(comm.Rank + 1)].Aggregate((a, b) => a.Then(b)), comm.Scan(own, then));
        var reduced = comm.Reduce(own, then, root: comm.Size - 1);
        if (comm.Rank == comm.Size - 1) Assert.Equal(ranks.Aggregate((a, b) => a.Then(b)), reduced);
    }

    [MpiCase]
    public static void MaxLoc_SaysWhere_AndOfEqualsTheLowest(ICommunicator comm)
    {
        var last = comm.Size - 1;
        Assert.Equal(new Located<double>(last * 1.5, last), comm.Allreduce(new Located<double>(comm.Rank * 1.5, comm.Rank), Op.MaxLoc<double>()));
        Assert.Equal(new Located<int>(0, 0), comm.Allreduce(new Located<int>(comm.Rank / 2, comm.Rank), Op.MinLoc<int>()));
        Assert.Equal(new Located<int>(7, 0), comm.Allreduce(new Located<int>(7, comm.Rank), Op.MaxLoc<int>()));
    }

    static void Integers<T>(ICommunicator comm) where T : unmanaged, IBinaryInteger<T>
    {
        Numbers<T>(comm);
        Check<T>(comm, Op.BitwiseAnd, (a, b) => a & b);
        Check<T>(comm, Op.BitwiseOr, (a, b) => a | b);
        Check<T>(comm, Op.BitwiseXor, (a, b) => a ^ b);
        Check<T>(comm, Op.LogicalAnd, (a, b) => a != T.Zero && b != T.Zero ? T.One : T.Zero);
        Check<T>(comm, Op.LogicalOr, (a, b) => a != T.Zero || b != T.Zero ? T.One : T.Zero);
        if (comm.Size > 1) Check<T>(comm, Op.LogicalXor, (a, b) => a != T.Zero != (b != T.Zero) ? T.One : T.Zero);
    }

    static void Numbers<T>(ICommunicator comm) where T : unmanaged, INumber<T>
    {
        Check<T>(comm, Op.Sum, (a, b) => a + b);
        Check<T>(comm, Op.Prod, (a, b) => a * b);
        Check<T>(comm, Op.Max, T.Max);
        Check<T>(comm, Op.Min, T.Min);
    }

    // Zero comes up, too, and no sum or product leaves the range of a signed byte.
    static T Value<T>(int rank, int element) where T : INumber<T> => T.CreateChecked((rank * 2 + element) % 4);

    static void Check<T>(ICommunicator comm, Op op, Func<T, T, T> fold) where T : unmanaged, INumber<T>
    {
        const int length = 19;
        var result = new T[length];
        comm.Allreduce<T>([.. Enumerable.Range(0, length).Select(element => Value<T>(comm.Rank, element))], result, op);
        for (var element = 0; element < length; element++)
        {
            var values = Enumerable.Range(0, comm.Size).Select(rank => Value<T>(rank, element)).ToArray();
            // Logical operations turn a single value to a truth only when there is another to combine it with.
            Assert.Equal(values.Aggregate(fold), result[element]);
        }
    }
}

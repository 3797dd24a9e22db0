namespace LearningKit.Mpi;

/// <summary>How a reduction combines two elements to one (MPI 4.1, 6.9).</summary>
/// <example>
/// <code>
/// var total = comm.Allreduce(part, Op.Sum);
/// var gcd = Op.Create&lt;int&gt;((a, b) => Gcd(a, b));
/// </code>
/// </example>
/// <remarks>
/// Must be associative: transports combine in whatever grouping is fast. So a sum of floating-point numbers may differ in its last digits
/// with the number of ranks. Immutable and thread-safe.
/// </remarks>
public abstract class Op
{
    private protected Op(OpKind kind, bool isCommutative) => (Kind, IsCommutative) = (kind, isCommutative);

    /// <summary>The sum.</summary>
    public static Op Sum { get; } = new BuiltInOp(OpKind.Sum);

    /// <summary>The product.</summary>
    public static Op Prod { get; } = new BuiltInOp(OpKind.Prod);

    /// <summary>The greatest.</summary>
    public static Op Max { get; } = new BuiltInOp(OpKind.Max);

    /// <summary>The least.</summary>
    public static Op Min { get; } = new BuiltInOp(OpKind.Min);

    /// <summary>True if all are; integers count as true when they are not zero.</summary>
    public static Op LogicalAnd { get; } = new BuiltInOp(OpKind.LogicalAnd);

    /// <summary>True if one is.</summary>
    public static Op LogicalOr { get; } = new BuiltInOp(OpKind.LogicalOr);

    /// <summary>True if an odd number is.</summary>
    public static Op LogicalXor { get; } = new BuiltInOp(OpKind.LogicalXor);

    /// <summary>The bits that all have.</summary>
    public static Op BitwiseAnd { get; } = new BuiltInOp(OpKind.BitwiseAnd);

    /// <summary>The bits that one has.</summary>
    public static Op BitwiseOr { get; } = new BuiltInOp(OpKind.BitwiseOr);

    /// <summary>The bits that an odd number has.</summary>
    public static Op BitwiseXor { get; } = new BuiltInOp(OpKind.BitwiseXor);

    /// <summary>The new value. For windows only.</summary>
    public static Op Replace { get; } = new BuiltInOp(OpKind.Replace);

    /// <summary>The old value: fetches without a change. For windows only.</summary>
    public static Op NoOp { get; } = new BuiltInOp(OpKind.NoOp);

    /// <summary>Which one, for a transport that has its own implementation.</summary>
    public OpKind Kind { get; }

    /// <summary>False if the order of the ranks matters; then it is kept.</summary>
    public bool IsCommutative { get; }

    /// <summary>What a transport made of it, kept with it.</summary>
    internal object? Native;

    /// <summary>An operation of one's own.</summary>
    /// <param name="combine">Combines the element of a lower rank with that of a higher one. Associative, and safe on any thread.</param>
    /// <param name="commutative">False if the order matters.</param>
    /// <remarks>Make it once and keep it: a native library has room for some thousands only. If it throws, the job ends.</remarks>
    public static Op Create<T>(Func<T, T, T> combine, bool commutative = true) where T : unmanaged => new UserOp<T>(combine, commutative);

    /// <summary>The greatest value and where it is; of equal ones, the lowest index.</summary>
    public static Op MaxLoc<T>() where T : unmanaged, IComparable<T> => Locating<T>.Max;

    /// <summary>The least value and where it is; of equal ones, the lowest index.</summary>
    public static Op MinLoc<T>() where T : unmanaged, IComparable<T> => Locating<T>.Min;

    /// <summary>True if it can combine elements of the type.</summary>
    public abstract bool Supports(Datatype type);

    /// <summary>Combines, element by element: what the lower ranks have with what the higher ones have.</summary>
    /// <param name="lower">What the lower ranks have; packed, without gaps.</param>
    /// <param name="higher">What the higher ones have; receives the result.</param>
    /// <param name="count">How many elements.</param>
    /// <param name="type">Their type, which <see cref="Supports"/>.</param>
    public abstract unsafe void Combine(void* lower, void* higher, int count, Datatype type);

    static class Locating<T> where T : unmanaged, IComparable<T>
    {
        internal static readonly Op Max = Create<Located<T>>((a, b) => Choose(a, b, b.Value.CompareTo(a.Value)));

        internal static readonly Op Min = Create<Located<T>>((a, b) => Choose(a, b, a.Value.CompareTo(b.Value)));

        static Located<T> Choose(Located<T> a, Located<T> b, int order) =>
            order < 0 ? a : order > 0 ? b : a.Index <= b.Index ? a : b;
    }
}

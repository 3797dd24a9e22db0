using System.Numerics;
using System.Runtime.InteropServices;

namespace LearningKit.Mpi;

/// <summary>An operation of the standard's, for the types that it is defined on.</summary>
sealed unsafe class BuiltInOp(OpKind kind) : Op(kind, isCommutative: true)
{
    public override bool Supports(Datatype type) => type is BasicDatatype && Kind is not (OpKind.Replace or OpKind.NoOp) && type.Element switch
    {
        BasicType.Byte => false,
        BasicType.Boolean => Kind is OpKind.LogicalAnd or OpKind.LogicalOr or OpKind.LogicalXor,
        BasicType.Complex => Kind is OpKind.Sum or OpKind.Prod,
        BasicType.Real32 or BasicType.Real64 => Kind is OpKind.Sum or OpKind.Prod or OpKind.Max or OpKind.Min,
        _ => true,
    };

    public override void Combine(void* lower, void* higher, int count, Datatype type)
    {
        switch (type.Element)
        {
            case BasicType.Signed8: Integers<sbyte>(lower, higher, count); break;
            case BasicType.Unsigned8: Integers<byte>(lower, higher, count); break;
            case BasicType.Signed16: Integers<short>(lower, higher, count); break;
            case BasicType.Unsigned16: Integers<ushort>(lower, higher, count); break;
            case BasicType.Signed32: Integers<int>(lower, higher, count); break;
            case BasicType.Unsigned32: Integers<uint>(lower, higher, count); break;
            case BasicType.Signed64: Integers<long>(lower, higher, count); break;
            case BasicType.Unsigned64: Integers<ulong>(lower, higher, count); break;
            case BasicType.Real32: Numbers<float>(lower, higher, count); break;
            case BasicType.Real64: Numbers<double>(lower, higher, count); break;
            case BasicType.Complex: Complexes(lower, higher, count); break;
            case BasicType.Boolean: Booleans(lower, higher, count); break;
            default: throw Unsupported(type);
        }
    }

    public override string ToString() => $"Op.{Kind}";

    void Integers<T>(void* lower, void* higher, int count) where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var low = new ReadOnlySpan<T>(lower, count);
        var high = new Span<T>(higher, count);
        switch (Kind)
        {
            case OpKind.BitwiseAnd: for (var i = 0; i < high.Length; i++) high[i] &= low[i]; break;
            case OpKind.BitwiseOr: for (var i = 0; i < high.Length; i++) high[i] |= low[i]; break;
            case OpKind.BitwiseXor: for (var i = 0; i < high.Length; i++) high[i] ^= low[i]; break;
            case OpKind.LogicalAnd: for (var i = 0; i < high.Length; i++) high[i] = Truth<T>(!T.IsZero(low[i]) && !T.IsZero(high[i])); break;
            case OpKind.LogicalOr: for (var i = 0; i < high.Length; i++) high[i] = Truth<T>(!T.IsZero(low[i]) || !T.IsZero(high[i])); break;
            case OpKind.LogicalXor: for (var i = 0; i < high.Length; i++) high[i] = Truth<T>(T.IsZero(low[i]) != T.IsZero(high[i])); break;
            default: Numbers<T>(lower, higher, count); break;
        }
    }

    void Numbers<T>(void* lower, void* higher, int count) where T : unmanaged, INumber<T>
    {
        var low = new ReadOnlySpan<T>(lower, count);
        var high = new Span<T>(higher, count);
        switch (Kind)
        {
            case OpKind.Sum: Add(low, high); break;
            case OpKind.Prod: for (var i = 0; i < high.Length; i++) high[i] *= low[i]; break;
            case OpKind.Max: for (var i = 0; i < high.Length; i++) high[i] = T.Max(low[i], high[i]); break;
            case OpKind.Min: for (var i = 0; i < high.Length; i++) high[i] = T.Min(low[i], high[i]); break;
            default: throw Unsupported(Datatype.Of<T>());
        }
    }

    // The one that is called with a million elements: several at once.
    static void Add<T>(ReadOnlySpan<T> low, Span<T> high) where T : unmanaged, INumber<T>
    {
        var lows = MemoryMarshal.Cast<T, Vector<T>>(low);
        var highs = MemoryMarshal.Cast<T, Vector<T>>(high);
        for (var i = 0; i < highs.Length; i++) highs[i] += lows[i];
        for (var i = highs.Length * Vector<T>.Count; i < high.Length; i++) high[i] += low[i];
    }

    void Complexes(void* lower, void* higher, int count)
    {
        var low = new ReadOnlySpan<Complex>(lower, count);
        var high = new Span<Complex>(higher, count);
        for (var i = 0; i < high.Length; i++) high[i] = Kind == OpKind.Sum ? low[i] + high[i] : low[i] * high[i];
    }

    void Booleans(void* lower, void* higher, int count)
    {
        var low = new ReadOnlySpan<bool>(lower, count);
        var high = new Span<bool>(higher, count);
        for (var i = 0; i < high.Length; i++)
            high[i] = Kind == OpKind.LogicalAnd ? low[i] && high[i] : Kind == OpKind.LogicalOr ? low[i] || high[i] : low[i] != high[i];
    }

    static T Truth<T>(bool value) where T : INumber<T> => value ? T.One : T.Zero;

    MpiException Unsupported(Datatype type) =>
        new(MpiErrorClass.Op, $"{this} does not work on {type}. Make an operation that does: Op.Create<T>((a, b) => …).");
}

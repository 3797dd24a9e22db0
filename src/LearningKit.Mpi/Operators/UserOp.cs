namespace LearningKit.Mpi;

sealed class UserOp<T>(Func<T, T, T> combine, bool commutative) : Op(OpKind.User, commutative) where T : unmanaged
{
    public override bool Supports(Datatype type) => type is BasicDatatype basic && basic.Type == typeof(T);

    public override unsafe void Combine(void* lower, void* higher, int count, Datatype type)
    {
        var low = new ReadOnlySpan<T>(lower, count);
        var high = new Span<T>(higher, count);
        for (var i = 0; i < high.Length; i++) high[i] = combine(low[i], high[i]);
    }

    public override string ToString() => $"Op.Create<{typeof(T).Name}>";
}

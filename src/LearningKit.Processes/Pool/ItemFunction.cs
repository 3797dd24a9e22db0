namespace LearningKit.Processes;

/// <summary>
/// What a pool calls for each item: the one form that all forms of functions are brought into, of an item and the cancellation
/// of its task. It is a class and no lambda, so that it travels whole, and holds the function of the caller and nothing else.
/// </summary>
abstract class ItemFunction<TIn, TOut>
{
    /// <summary>Calls the function.</summary>
    public abstract TOut Call(TIn item, CancellationToken cancel);
}

/// <summary>Brings each form of function into one.</summary>
static class ItemFunction
{
    public static ItemFunction<bool, TOut> Of<TOut>(Func<TOut> function) => new WithoutItem<TOut>(function);

    public static ItemFunction<bool, bool> Of(Action function) => new Plain(function);

    public static ItemFunction<TIn, TOut> Of<TIn, TOut>(Func<TIn, TOut> function) => new Simple<TIn, TOut>(function);

    public static ItemFunction<TIn, bool> Of<TIn>(Action<TIn> function) => new WithoutResult<TIn>(function);

    public static ItemFunction<(T1, T2), TOut> Of<T1, T2, TOut>(Func<T1, T2, TOut> function) => new OfTwo<T1, T2, TOut>(function);

    public static ItemFunction<(T1, T2, T3), TOut> Of<T1, T2, T3, TOut>(Func<T1, T2, T3, TOut> function) => new OfThree<T1, T2, T3, TOut>(function);

    public static ItemFunction<TIn, TOut> OfToken<TIn, TOut>(Func<TIn, CancellationToken, TOut> function) => new Cancellable<TIn, TOut>(function);

    public static ItemFunction<bool, TOut> OfToken<TOut>(Func<CancellationToken, TOut> function) => new CancellableWithoutItem<TOut>(function);

    public static ItemFunction<bool, TOut> OfAsync<TOut>(Func<Task<TOut>> function) => new AwaitedWithoutItem<TOut>(function);

    public static ItemFunction<TIn, TOut> OfAsync<TIn, TOut>(Func<TIn, Task<TOut>> function) => new Awaited<TIn, TOut>(function);

    public static ItemFunction<bool, TOut> OfAsync<TOut>(Func<CancellationToken, Task<TOut>> function) => new AwaitedCancellable<TOut>(function);

    /// <summary>For <see cref="CommonTypes"/>.</summary>
    public static void NameWithoutItem<TOut>() => new WithoutItem<TOut>(null!).Call(default, default);

    /// <inheritdoc cref="NameWithoutItem"/>
    public static void NameSimple<TIn, TOut>() => new Simple<TIn, TOut>(null!).Call(default!, default);

    sealed class WithoutItem<TOut>(Func<TOut> function) : ItemFunction<bool, TOut>
    {
        public override TOut Call(bool item, CancellationToken cancel) => function();
    }

    sealed class Plain(Action function) : ItemFunction<bool, bool>
    {
        public override bool Call(bool item, CancellationToken cancel)
        {
            function();
            return true;
        }
    }

    sealed class Simple<TIn, TOut>(Func<TIn, TOut> function) : ItemFunction<TIn, TOut>
    {
        public override TOut Call(TIn item, CancellationToken cancel) => function(item);
    }

    sealed class WithoutResult<TIn>(Action<TIn> function) : ItemFunction<TIn, bool>
    {
        public override bool Call(TIn item, CancellationToken cancel)
        {
            function(item);
            return true;
        }
    }

    sealed class OfTwo<T1, T2, TOut>(Func<T1, T2, TOut> function) : ItemFunction<(T1, T2), TOut>
    {
        public override TOut Call((T1, T2) item, CancellationToken cancel) => function(item.Item1, item.Item2);
    }

    sealed class OfThree<T1, T2, T3, TOut>(Func<T1, T2, T3, TOut> function) : ItemFunction<(T1, T2, T3), TOut>
    {
        public override TOut Call((T1, T2, T3) item, CancellationToken cancel) => function(item.Item1, item.Item2, item.Item3);
    }

    sealed class Cancellable<TIn, TOut>(Func<TIn, CancellationToken, TOut> function) : ItemFunction<TIn, TOut>
    {
        public override TOut Call(TIn item, CancellationToken cancel) => function(item, cancel);
    }

    sealed class CancellableWithoutItem<TOut>(Func<CancellationToken, TOut> function) : ItemFunction<bool, TOut>
    {
        public override TOut Call(bool item, CancellationToken cancel) => function(cancel);
    }

    // A worker executes one task at a time, so its thread may as well wait for what the task awaits.
    sealed class AwaitedWithoutItem<TOut>(Func<Task<TOut>> function) : ItemFunction<bool, TOut>
    {
        public override TOut Call(bool item, CancellationToken cancel) => function().GetAwaiter().GetResult();
    }

    sealed class Awaited<TIn, TOut>(Func<TIn, Task<TOut>> function) : ItemFunction<TIn, TOut>
    {
        public override TOut Call(TIn item, CancellationToken cancel) => function(item).GetAwaiter().GetResult();
    }

    sealed class AwaitedCancellable<TOut>(Func<CancellationToken, Task<TOut>> function) : ItemFunction<bool, TOut>
    {
        public override TOut Call(bool item, CancellationToken cancel) => function(cancel).GetAwaiter().GetResult();
    }
}

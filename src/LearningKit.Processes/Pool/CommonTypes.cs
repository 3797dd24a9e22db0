namespace LearningKit.Processes;

/// <summary>
/// The types of items and results for which the published kit holds machine code of the pool. Generic code over numbers is
/// compiled for each of them by itself, and ReadyToRun compiles only what other code in the library names: so it is named here. For all
/// other value types the JIT compiles it, in the caller (some 40 methods) and in each worker (6), when they are first used.
/// </summary>
/// <remarks>Never called.</remarks>
static class CommonTypes
{
    /// <summary>Names each pair once.</summary>
    public static void Name(ProcessPool pool)
    {
        NameResult<bool>(pool);
        NameResult<int>(pool);
        NameResult<long>(pool);
        NameResult<double>(pool);
        NameResult<string>(pool);
    }

    static void NameResult<TOut>(ProcessPool pool)
    {
        NamePair<bool, TOut>(pool);
        NamePair<int, TOut>(pool);
        NamePair<double, TOut>(pool);
        NamePair<string, TOut>(pool);
        ItemFunction.NameWithoutItem<TOut>();
        _ = pool.Apply((Func<TOut>)null!);

        // What is called by way of a base class, called by its own name.
        PoolTask<TOut> task = null!;
        _ = task.Pack();
        task.Settle(null!);
        _ = task.Read(default);
    }

    static void NamePair<TIn, TOut>(ProcessPool pool)
    {
        ItemFunction.NameSimple<TIn, TOut>();
        _ = pool.Apply((Func<TIn, TOut>)null!, default!);
        _ = pool.Map((Func<TIn, TOut>)null!, []);
        _ = new ApplyWork<TIn, TOut>(null!, default!).Execute(default);
        _ = new ItemsWork<TIn, TOut>(null!, []).Execute(default);
        _ = new MapWork<TIn, TOut>(null!).Read(default);
    }
}

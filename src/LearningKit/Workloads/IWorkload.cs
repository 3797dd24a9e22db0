namespace LearningKit.Workloads;

/// <summary>
/// A problem stated once: how to divide it, how to execute one part, how to gather the partial results.
/// Engines (threads, tasks, processes, ...) differ only in how they execute the parts.
/// </summary>
/// <remarks>
/// A workload is a record of its parameters (sizes, seeds, paths), so that it travels by value.
/// <para>Misuse: <see cref="Execute"/> must not write to anything but its own result. It runs on any thread,
/// in any order, perhaps in another process.</para>
/// </remarks>
/// <typeparam name="TPart">A self-contained description of one part: small and immutable.</typeparam>
/// <typeparam name="TPartial">What executing one part yields.</typeparam>
/// <typeparam name="TAnswer">The answer to the whole problem.</typeparam>
/// <example>
/// <code>
/// var pi = new MonteCarloPi(Samples: 10_000_000);
/// double serial = pi.Solve();
/// double parallel = await new ThreadEngine().RunAsync(pi);
/// </code>
/// </example>
public interface IWorkload<TPart, TPartial, TAnswer>
{
    /// <summary>Solves the whole problem on one thread in the best way known: the baseline of every speed-up.</summary>
    TAnswer Solve();

    /// <summary>
    /// Divides the problem into parts that are independent of each other.
    /// A problem too small for that many parts gives fewer; an empty one gives none.
    /// </summary>
    /// <param name="parts">How many parts are wanted, at least 1.</param>
    IReadOnlyList<TPart> Divide(int parts);

    /// <summary>Executes one part. Pure: safe on any thread, process or host.</summary>
    TPartial Execute(TPart part);

    /// <summary>Gathers the partial results, given in the order of the parts.</summary>
    TAnswer Gather(IEnumerable<TPartial> partials);

    /// <summary>
    /// Says whether two answers are equal as far as the problem demands. Override where rounding depends on
    /// the order of additions, and state the tolerance there.
    /// </summary>
    bool Agrees(TAnswer answer, TAnswer expected) => EqualityComparer<TAnswer>.Default.Equals(answer, expected);
}

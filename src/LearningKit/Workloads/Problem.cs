using LearningKit.Engines;

namespace LearningKit.Workloads;

/// <summary>
/// A workload with its three types hidden, for code that handles any workload: studies, the terminal, conformance tests.
/// </summary>
public abstract class Problem
{
    /// <summary>What the workload is, with its parameters, as its record prints it.</summary>
    public abstract string Description { get; }

    /// <summary>Solves with the best serial version.</summary>
    public abstract object Solve();

    /// <summary>Solves with an engine.</summary>
    /// <exception cref="PartFailedException">A part threw.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled.</exception>
    public abstract Task<object> RunAsync(IEngine engine, RunOptions? options = null, CancellationToken cancel = default);

    /// <summary>Says whether two answers agree, by the workload's own rule.</summary>
    public abstract bool Agrees(object answer, object expected);

    /// <summary>Hides the three types of <paramref name="workload"/>.</summary>
    public static Problem Of<TPart, TPartial, TAnswer>(IWorkload<TPart, TPartial, TAnswer> workload)
        where TAnswer : notnull => new Typed<TPart, TPartial, TAnswer>(workload);

    sealed class Typed<TPart, TPartial, TAnswer>(IWorkload<TPart, TPartial, TAnswer> workload) : Problem
        where TAnswer : notnull
    {
        public override string Description => workload.ToString() ?? workload.GetType().Name;

        public override object Solve() => workload.Solve();

        public override async Task<object> RunAsync(IEngine engine, RunOptions? options, CancellationToken cancel) =>
            await engine.RunAsync(workload, options, cancel).ConfigureAwait(false);

        public override bool Agrees(object answer, object expected) => workload.Agrees((TAnswer)answer, (TAnswer)expected);
    }
}

namespace LearningKit.Measuring;

/// <summary>
/// Measures ways to do the same, side by side and fairly. The README of this folder says why each rule is there.
/// </summary>
/// <example>
/// <code>
/// var comparison = Sampler.Compare(
///     ("loop", () => SumByLoop(numbers)),
///     ("LINQ", () => numbers.Sum()));
/// display(new TimingChart(comparison));
/// Console.WriteLine(comparison.Ratio("loop", baseline: "LINQ"));
/// </code>
/// </example>
/// <remarks>
/// <para>
/// Answers are compared before anything is timed. The first call of each variant is kept apart as the cold one; then each
/// is warmed up until its time is stable; then all are sampled in rounds, in an order drawn for each round, so that a
/// passing disturbance hits all alike. All samples are kept. Garbage is collected before each sample, outside the time.
/// </para>
/// <para>
/// Misuse: a variant must answer something that depends on all its work, and must not change its own input: sorting an
/// array in place measures an unsorted array once and a sorted one ever after.
/// </para>
/// </remarks>
public static class Sampler
{
    /// <summary>Measures one way to do something.</summary>
    /// <inheritdoc cref="Compare(SamplerOptions?, ValueTuple{string, Func{object?}}[])" path="/exception"/>
    /// <param name="name">Its name in charts.</param>
    /// <param name="work">The work; it returns its answer.</param>
    /// <param name="options">How samples are taken; null for the defaults.</param>
    public static Timing Measure(string name, Func<object?> work, SamplerOptions? options = null) => Compare(options, (name, work)).Timings[0];

    /// <inheritdoc cref="Compare(SamplerOptions?, ValueTuple{string, Func{object?}}[])"/>
    public static Comparison Compare(params (string Name, Func<object?> Work)[] variants) => Compare(null, variants);

    /// <summary>Measures several ways to do the same.</summary>
    /// <param name="options">How samples are taken; null for the defaults.</param>
    /// <param name="variants">Names and work; the first is what the others are compared with.</param>
    /// <exception cref="AnswersDifferException">A variant's answer is not that of the first.</exception>
    /// <exception cref="DebugBuildException">A variant or the kit was compiled without optimisation.</exception>
    /// <exception cref="ArgumentException">There are no variants, or two of the same name.</exception>
    public static Comparison Compare(SamplerOptions? options, params (string Name, Func<object?> Work)[] variants)
    {
        ArgumentNullException.ThrowIfNull(variants);
        BuildMode.Refuse(variants.Select(variant => variant.Work.Method.Module.Assembly));
        // Work that does not wait completes at once, so the result is there.
        return RunAsync(options, [.. variants.Select(v => (v.Name, Wrap(v.Work)))], CancellationToken.None).GetAwaiter().GetResult();

        static Func<ValueTask<object?>> Wrap(Func<object?> work) => () => ValueTask.FromResult(work());
    }

    /// <summary>Measures several ways to do the same that are awaited, such as runs of engines.</summary>
    /// <inheritdoc cref="Compare(SamplerOptions?, ValueTuple{string, Func{object?}}[])"/>
    public static Task<Comparison> CompareAsync(params (string Name, Func<Task<object?>> Work)[] variants) => CompareAsync(null, default, variants);

    /// <inheritdoc cref="CompareAsync(ValueTuple{string, Func{Task{object?}}}[])"/>
    /// <param name="options">How samples are taken; null for the defaults.</param>
    /// <param name="cancel">Stops between two calls.</param>
    /// <param name="variants">Names and work; the first is what the others are compared with.</param>
    public static Task<Comparison> CompareAsync(SamplerOptions? options, CancellationToken cancel, params (string Name, Func<Task<object?>> Work)[] variants)
    {
        ArgumentNullException.ThrowIfNull(variants);
        BuildMode.Refuse(variants.Select(variant => variant.Work.Method.Module.Assembly));
        return RunAsync(options, [.. variants.Select(v => (v.Name, Wrap(v.Work)))], cancel);

        static Func<ValueTask<object?>> Wrap(Func<Task<object?>> work) => () => new(work());
    }

    static async Task<Comparison> RunAsync(SamplerOptions? options, (string Name, Func<ValueTask<object?>> Work)[] variants, CancellationToken cancel)
    {
        options = (options ?? new()).Validated();
        if (variants.Length == 0) throw new ArgumentException("There is nothing to measure: give at least one variant.", nameof(variants));
        if (variants.GroupBy(variant => variant.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"Two variants are called '{twice.Key}'. Give each its own name.", nameof(variants));

        var rounds = new SamplingRounds(options);
        var check = new AnswerCheck(options.Agree);
        foreach (var (name, work) in variants)
            await rounds.AddAsync(name, work, answer => check.Check(name, answer), cancel).ConfigureAwait(false);
        return new(await rounds.RunAsync(progress: null, cancel).ConfigureAwait(false), MachineCard.Read());
    }

    /// <summary>Holds every answer against the first that was given.</summary>
    sealed class AnswerCheck(Func<object?, object?, bool> agree)
    {
        (string Name, object? Answer)? first;

        public void Check(string name, object? answer)
        {
            var (expectedBy, expected) = first ??= (name, answer);
            if (!agree(answer, expected))
                throw new AnswersDifferException($"'{name}' answered {Answers.Show(answer)}, but '{expectedBy}' answered {Answers.Show(expected)}. Times of different answers are not compared.");
        }
    }
}

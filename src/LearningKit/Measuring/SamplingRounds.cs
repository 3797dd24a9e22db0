using System.Runtime.CompilerServices;

namespace LearningKit.Measuring;

/// <summary>Calls variants first cold, then until they are warm, then in rounds. The order of the calls is the fairness of it.</summary>
sealed class SamplingRounds(SamplerOptions options)
{
    /// <summary>A sample lasts at least this long, so that the clock's own steps and cost do not show. In seconds.</summary>
    const double ShortestSample = 1e-3;

    const int MostCalls = 1 << 20;

    readonly List<Variant> variants = [];

    /// <summary>Adds a variant by calling it for the first time: the cold call.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="work">The work; it returns its answer.</param>
    /// <param name="check">Throws when the answer is wrong.</param>
    /// <param name="cancel">Stops before the call.</param>
    public async Task AddAsync(string name, Func<ValueTask<object?>> work, Action<object?> check, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var variant = new Variant(name, work, check);
        variant.Cold = await TimeAsync(variant, calls: 1).ConfigureAwait(false);
        variants.Add(variant);
    }

    /// <summary>Warms each variant up and samples all in rounds.</summary>
    public async Task<IReadOnlyList<Timing>> RunAsync(IProgress<StudyProgress>? progress, CancellationToken cancel)
    {
        var total = variants.Count * (options.Repeats + 1);
        var done = 0;
        if (options.Clock == TimeProvider.System) BackgroundCompiler.WaitUntilIdle(cancel);
        foreach (var variant in variants)
        {
            await WarmUpAsync(variant, cancel).ConfigureAwait(false);
            progress?.Report(new(++done, total, $"warmed up {variant.Name}"));
        }

        var random = new Random(options.Seed);
        Variant[] order = [.. variants];
        for (var round = 1; round <= options.Repeats; round++)
        {
            random.Shuffle(order);
            foreach (var variant in order)
            {
                cancel.ThrowIfCancellationRequested();
                GC.Collect();
                variant.Seconds.Add(await TimeAsync(variant, variant.Calls).ConfigureAwait(false));
                progress?.Report(new(++done, total, $"round {round} of {options.Repeats}: {variant.Name}"));
            }
        }
        return [.. variants.Select(variant => variant.Timing)];
    }

    async Task WarmUpAsync(Variant variant, CancellationToken cancel)
    {
        while (!variant.WarmUp.IsOver(options.MostWarmUp))
        {
            cancel.ThrowIfCancellationRequested();
            var seconds = await TimeAsync(variant, variant.Calls).ConfigureAwait(false);
            variant.WarmUp.Add(seconds, variant.Calls);
            if (seconds * variant.Calls < ShortestSample && variant.Calls < MostCalls) variant.Calls *= 2;
        }
    }

    /// <summary>The seconds that one call took, averaged over so many calls in a row.</summary>
    async ValueTask<double> TimeAsync(Variant variant, int calls)
    {
        object? answer = null;
        var start = options.Clock.GetTimestamp();
        for (var call = 0; call < calls; call++)
        {
            answer = await variant.Work().ConfigureAwait(false);
            Consume(answer);
        }
        var seconds = options.Clock.GetElapsedTime(start).TotalSeconds / calls;
        variant.Check(answer);
        return seconds;
    }

    /// <summary>Uses an answer, so that no compiler may leave out the work that leads to it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    static void Consume(object? answer) => GC.KeepAlive(answer);

    sealed class Variant(string name, Func<ValueTask<object?>> work, Action<object?> check)
    {
        public string Name => name;
        public Func<ValueTask<object?>> Work => work;
        public Action<object?> Check => check;
        public double Cold { get; set; }
        public int Calls { get; set; } = 1;
        public WarmUp WarmUp { get; } = new();
        public List<double> Seconds { get; } = [];

        public Timing Timing => new()
        {
            Name = name,
            ColdSeconds = Cold,
            WarmUp = WarmUp.Seconds,
            IsStable = WarmUp.IsStable,
            CallsPerSample = Calls,
            Seconds = Seconds,
        };
    }
}

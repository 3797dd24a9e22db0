namespace LearningKit.Measuring;

/// <summary>How samples are taken.</summary>
public sealed record SamplerOptions
{
    /// <summary>Fewer samples than this tell too little about the jitter.</summary>
    public const int FewestRepeats = 10;

    /// <summary>How many samples each variant gives. At least <see cref="FewestRepeats"/>.</summary>
    public int Repeats { get; init; } = FewestRepeats;

    /// <summary>Decides the order of the variants in each round.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Says whether a variant's answer (first) equals that of the first variant (second).</summary>
    public Func<object?, object?, bool> Agree { get; init; } = Answers.Equal;

    /// <summary>The most time that one variant may spend on warming up. Whether that sufficed is kept in <see cref="Timing.IsStable"/>.</summary>
    public TimeSpan MostWarmUp { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Returns these options when they make sense.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are too few repeats.</exception>
    public SamplerOptions Validated()
    {
        if (Repeats < FewestRepeats)
            throw new ArgumentOutOfRangeException(nameof(Repeats), Repeats, $"Repeats must be at least {FewestRepeats}: fewer samples say too little about the jitter.");
        return this;
    }
}

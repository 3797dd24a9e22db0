namespace LearningKit.Measuring;

/// <summary>
/// How many times as fast as a baseline something is: the ratio of the two medians, with its interval. 2 is twice as fast,
/// 0.5 takes twice as long.
/// </summary>
/// <remarks>Misuse: ratios are never averaged. Sum the times and divide once.</remarks>
/// <param name="Value">The baseline's median over the other's.</param>
/// <param name="Interval">Where the ratio lies with 95 % confidence.</param>
/// <param name="Verdict">What the samples allow to be said.</param>
public readonly record struct Ratio(double Value, Interval Interval, Verdict Verdict)
{
    /// <summary>How many times as fast as <paramref name="baseline"/> is <paramref name="timing"/>?</summary>
    /// <remarks>
    /// "Faster" and "slower" are said only where the intervals of both medians part and the ratio's interval leaves out 1.
    /// Source: Hoefler and Belli, "Scientific Benchmarking of Parallel Computing Systems", SC '15, rule 7.
    /// </remarks>
    public static Ratio Of(Timing baseline, Timing timing)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(timing);
        var interval = Bootstrap.Ratio(baseline.Seconds, timing.Seconds);
        var verdict = !baseline.Interval.IsApartFrom(timing.Interval) || interval.Contains(1) ? Verdict.CannotTell
            : interval.Low > 1 ? Verdict.Faster
            : Verdict.Slower;
        return new(baseline.Median / timing.Median, interval, verdict);
    }

    /// <summary>Value and interval times a positive <paramref name="factor"/>; the verdict is about the times and stays.</summary>
    public Ratio Scale(double factor) => new(Value * factor, Interval.Scale(factor), Verdict);

    /// <inheritdoc/>
    public override string ToString() => Verdict switch
    {
        Verdict.Faster => $"{Value:0.00}x {Interval}: faster",
        Verdict.Slower => $"{Value:0.00}x {Interval}: slower",
        _ => $"{Value:0.00}x {Interval}: cannot tell",
    };
}

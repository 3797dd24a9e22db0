namespace LearningKit.Measuring;

/// <summary>What a chart says about the machine on which it was measured.</summary>
/// <param name="ReportedCores">The processors that the runtime sees.</param>
/// <param name="EffectiveCores">The cores' worth of work that is really to be had.</param>
/// <param name="Level">What may be concluded.</param>
/// <param name="Message">The same for a reader, in one sentence.</param>
public sealed record TrustBadge(int ReportedCores, double EffectiveCores, TrustLevel Level, string Message)
{
    /// <summary>From this share of the reported cores on, they count as being there: the rest is clock speed and jitter.</summary>
    const double AsGoodAsAll = 0.85;

    /// <summary>Below this, a second core is not really there.</summary>
    const double FewestForSpeedup = 1.4;

    static readonly Lazy<TrustBadge> current = new(() => Of(Measuring.EffectiveCores.Measure()));

    /// <summary>This machine's badge. The first use measures it, for less than a second; later uses return the same.</summary>
    public static TrustBadge Current => current.Value;

    /// <summary>The badge that a measurement of the cores earns.</summary>
    public static TrustBadge Of(EffectiveCores cores)
    {
        ArgumentNullException.ThrowIfNull(cores);
        return Of(cores.Reported, cores.Available);
    }

    /// <summary>The badge for so many reported and effective cores.</summary>
    public static TrustBadge Of(int reportedCores, double effectiveCores)
    {
        var found = $"{Cores(reportedCores)} reported, {effectiveCores:0.0} to be had";
        return (reportedCores, effectiveCores) switch
        {
            (_, < FewestForSpeedup) => new(reportedCores, effectiveCores, TrustLevel.None, $"{found}: conclude nothing about parallel speed."),
            _ when effectiveCores < AsGoodAsAll * reportedCores => new(reportedCores, effectiveCores, TrustLevel.Limited, $"{found}: expect no speed-up beyond that."),
            _ => new(reportedCores, effectiveCores, TrustLevel.Full, $"{found}: speed-ups can be trusted."),
        };
    }

    static string Cores(int count) => count == 1 ? "1 core" : $"{count} cores";
}

namespace LearningKit.Measuring;

/// <summary>What two sets of samples allow to be said.</summary>
public enum Verdict
{
    /// <summary>The intervals meet, or the machine cannot be trusted: say nothing, or measure more.</summary>
    CannotTell,

    /// <summary>Faster than the baseline, beyond the jitter.</summary>
    Faster,

    /// <summary>Slower than the baseline, beyond the jitter.</summary>
    Slower,
}

namespace LearningKit.Measuring;

/// <summary>How much a parallel measurement on this machine is worth.</summary>
public enum TrustLevel
{
    /// <summary>There is not more than one core to be had: nothing can be concluded about parallel speed.</summary>
    None,

    /// <summary>Fewer cores are to be had than are reported: speed-ups end early.</summary>
    Limited,

    /// <summary>The cores that are reported are to be had.</summary>
    Full,
}

namespace LearningKit.Measuring;

/// <summary>What stays the same when workers are added.</summary>
public enum ScalingKind
{
    /// <summary>The problem stays the same: how much sooner is it solved?</summary>
    Strong,

    /// <summary>The work for each worker stays the same: how much more is solved in the same time?</summary>
    Weak,
}

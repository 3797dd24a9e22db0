namespace LearningKit.Conformance;

/// <summary>What the last part of <see cref="PartsWithADeed"/> does to its worker.</summary>
public enum Deed
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Ends the worker's process as kill -9 does, if it is the first to come to it.</summary>
    DieOnce,

    /// <summary>Ends the worker's process, at each try.</summary>
    DieAlways,

    /// <summary>Computes without end and looks at no token.</summary>
    Spin,
}

namespace LearningKit.Exercises;

/// <summary>What can be wrong with a benchmark.</summary>
public enum Flaw
{
    /// <summary>Not decided yet.</summary>
    Unknown,

    /// <summary>One side is measured on its first run, when code is still compiled and caches are empty.</summary>
    ColdRun,

    /// <summary>The result is never used, so the work may never be done.</summary>
    ResultNotUsed,

    /// <summary>The baseline is not the best serial version.</summary>
    WeakBaseline,

    /// <summary>The two sides do not give the same answer: they do not do the same work.</summary>
    DifferentAnswers,

    /// <summary>One sample a side: the difference may be jitter.</summary>
    OneSample,

    /// <summary>Preparing the input is measured with the work.</summary>
    SetUpIncluded,

    /// <summary>Compiled without optimisation.</summary>
    DebugBuild,
}

namespace LearningKit.Processes;

/// <summary>How the execution of a task ended.</summary>
public enum TaskOutcome
{
    /// <summary>It yielded a result.</summary>
    Succeeded,

    /// <summary>It threw.</summary>
    Threw,

    /// <summary>It was cancelled.</summary>
    Cancelled,

    /// <summary>It took longer than it may.</summary>
    TimedOut,

    /// <summary>Its worker died.</summary>
    WorkerDied,
}

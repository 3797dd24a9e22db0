namespace LearningKit.Exercises;

/// <summary>How several jobs share a machine: the words of lesson 01.</summary>
public enum ExecutionStyle
{
    /// <summary>Not decided yet.</summary>
    Unknown,

    /// <summary>One job after the other; while one waits, nothing happens.</summary>
    OneAfterTheOther,

    /// <summary>One processor; another job runs while one waits.</summary>
    Multiprogramming,

    /// <summary>One processor; jobs take turns in short slices of time.</summary>
    Multitasking,

    /// <summary>Several threads of one process run at the same instant and share its memory.</summary>
    Multithreading,

    /// <summary>Several processes run at the same instant, each with a memory of its own.</summary>
    Multiprocessing,
}

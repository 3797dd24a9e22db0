namespace LearningKit.Tracing;

/// <summary>One span of one worker's time: the single kind of event that every engine records.</summary>
public sealed record TraceEvent
{
    /// <summary>What was done, for people.</summary>
    public required string Name { get; init; }

    /// <summary>The kind of work.</summary>
    public required TraceCategory Category { get; init; }

    /// <summary>When it began, from the start of the trace.</summary>
    public required TimeSpan Start { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>When it ended, from the start of the trace.</summary>
    public TimeSpan End => Start + Duration;

    /// <summary>The worker, from 0; -1 for the caller that divides and gathers.</summary>
    public required int Worker { get; init; }

    /// <summary>The part's number, from 0; null where the work is not one part.</summary>
    public int? Part { get; init; }

    /// <summary>The operating system's id of the process.</summary>
    public int Process { get; init; }

    /// <summary>The managed id of the thread.</summary>
    public int Thread { get; init; }

    /// <summary>The processor on which it ended.</summary>
    public int Core { get; init; }

    /// <summary>True when the work threw.</summary>
    public bool Failed { get; init; }
}

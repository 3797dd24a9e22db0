using LearningKit.Tracing;

namespace LearningKit.Processes;

/// <summary>One execution of a task: who ran what when, on which core, and what it moved.</summary>
public sealed record TaskRecord
{
    /// <summary>The task's number in its pool, from 0.</summary>
    public required long Task { get; init; }

    /// <summary>Which try this was, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>The numbers of the items that it held: the first, and how many.</summary>
    public required (long First, int Count) Items { get; init; }

    /// <summary>The worker's name.</summary>
    public required string Worker { get; init; }

    /// <summary>The worker's number in the pool, from 0.</summary>
    public required int WorkerIndex { get; init; }

    /// <summary>The worker's process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The processor that it ended on; -1 where the worker could not tell any more.</summary>
    public required int Core { get; init; }

    /// <summary>When it was sent, from the making of the pool.</summary>
    public required TimeSpan Sent { get; init; }

    /// <summary>When the worker began with it.</summary>
    public required TimeSpan Started { get; init; }

    /// <summary>How long the worker computed.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>When the result had arrived.</summary>
    public required TimeSpan Received { get; init; }

    /// <summary>Bytes of arguments; with the first task of a map that a worker gets, also of what the function has captured.</summary>
    public required long BytesSent { get; init; }

    /// <summary>Bytes of results.</summary>
    public required long BytesReceived { get; init; }

    /// <summary>How it ended.</summary>
    public required TaskOutcome Outcome { get; init; }

    /// <summary>The record as an event of a timeline: when the worker computed, in the worker's lane.</summary>
    public TraceEvent ToTraceEvent() => new()
    {
        Name = Items.Count == 1 ? $"item {Items.First}" : $"items {Items.First} to {Items.First + Items.Count - 1}",
        Category = TraceCategory.Execute,
        Start = Started,
        Duration = Duration,
        Worker = WorkerIndex,
        Part = (int)Task,
        Process = ProcessId,
        Core = Core,
        Failed = Outcome != TaskOutcome.Succeeded,
    };
}

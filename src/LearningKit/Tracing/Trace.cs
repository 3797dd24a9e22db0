using System.Collections.Concurrent;
using System.Diagnostics;

namespace LearningKit.Tracing;

/// <summary>Collects who did what when. Give one to a run, then draw it.</summary>
/// <example>
/// <code>
/// var trace = new Trace();
/// await new ThreadEngine().RunAsync(workload, new() { Trace = trace });
/// display(new GanttChart(trace));
/// </code>
/// </example>
/// <remarks>Thread-safe. Recording one event costs well under a microsecond; parts are longer than that, or the trace is the lesson.</remarks>
public sealed class Trace
{
    /// <summary>The worker number of the caller, who divides and gathers.</summary>
    public const int Caller = -1;

    readonly ConcurrentQueue<TraceEvent> events = new();
    readonly long zero = Stopwatch.GetTimestamp();

    /// <summary>The time since the trace began.</summary>
    public TimeSpan Now => Stopwatch.GetElapsedTime(zero);

    /// <summary>
    /// The time since the trace began of a timestamp of <see cref="Stopwatch"/>. Its clock is the same in all processes of a
    /// machine (CLOCK_MONOTONIC on Unix, the performance counter on Windows), so that of another process needs no conversion.
    /// </summary>
    public TimeSpan At(long timestamp) => Stopwatch.GetElapsedTime(zero, timestamp);

    /// <summary>What was recorded so far, by start time.</summary>
    public IReadOnlyList<TraceEvent> Events => [.. events.OrderBy(e => e.Start).ThenBy(e => e.Worker)];

    /// <summary>Adds an event that was recorded elsewhere, for example in another process.</summary>
    public void Add(TraceEvent item) => events.Enqueue(item);

    /// <summary>Records that the calling thread did something from <paramref name="start"/> until now.</summary>
    public void Add(TraceCategory category, string name, TimeSpan start, int worker, int? part = null, bool failed = false) =>
        events.Enqueue(new()
        {
            Name = name,
            Category = category,
            Start = start,
            Duration = Now - start,
            Worker = worker,
            Part = part,
            Process = Environment.ProcessId,
            Thread = Environment.CurrentManagedThreadId,
            Core = Thread.GetCurrentProcessorId(),
            Failed = failed,
        });

    /// <summary>Does something on the caller's lane and records it if there is a trace.</summary>
    internal static T Time<T>(Trace? trace, TraceCategory category, Func<T> work)
    {
        if (trace is null) return work();
        var start = trace.Now;
        var result = work();
        trace.Add(category, category.ToString().ToLowerInvariant(), start, Caller);
        return result;
    }
}

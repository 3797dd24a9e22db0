using LearningKit.Tracing;

namespace LearningKit.Exercises;

/// <summary>Five timelines whose labels fell off: the learner puts them back.</summary>
public sealed class ClassifyTraces() : LabelExercise<ExecutionStyle>(
    id: "01-classify-traces",
    title: "Put the labels back on five traces",
    task: "Give each of the traces A to E its word.",
    right: new Dictionary<string, (ExecutionStyle, string)>
    {
        ["A"] = (ExecutionStyle.Multitasking, "In A nobody waits, no two bars overlap, and the jobs change after equal slices. What takes turns by the clock?"),
        ["B"] = (ExecutionStyle.Multiprocessing, "In B bars overlap. Look at the process ids: is there one memory, or several?"),
        ["C"] = (ExecutionStyle.OneAfterTheOther, "In C a job waits. Does anybody use the processor meanwhile?"),
        ["D"] = (ExecutionStyle.Multithreading, "In D bars overlap, so several processors work. How many processes are there?"),
        ["E"] = (ExecutionStyle.Multiprogramming, "In E no two bars of computing overlap, and the processor changes to another job exactly when one begins to wait."),
    },
    praise: "All five words are where they belong.",
    hints:
    [
        "First ask of each trace: do two bars of computing lie above each other at one instant? That parts the traces into two groups.",
        "Within the group that never overlaps, ask when the processor changes jobs: at the end, when one waits, or after a fixed time.",
        "Within the group that overlaps, compare the process ids.",
    ])
{
    /// <summary>The traces, by name.</summary>
    public IReadOnlyDictionary<string, Trace> Traces { get; } = new Dictionary<string, Trace>
    {
        ["A"] = Slices(),
        ["B"] = Overlapping(processes: [4101, 4102, 4103]),
        ["C"] = WithWaits(switches: false),
        ["D"] = Overlapping(processes: [4200, 4200, 4200]),
        ["E"] = WithWaits(switches: true),
    };

    /// <summary>Three jobs that compute take turns on one processor.</summary>
    static Trace Slices()
    {
        var trace = new Trace();
        for (var slice = 0; slice < 12; slice++) trace.Add(Event(slice % 3, TraceCategory.Execute, 10 * slice, 10));
        return trace;
    }

    /// <summary>Three jobs that compute at the same instant.</summary>
    static Trace Overlapping(int[] processes)
    {
        var trace = new Trace();
        for (var job = 0; job < processes.Length; job++)
            trace.Add(Event(job, TraceCategory.Execute, 2 * job, 90 + 5 * job) with { Process = processes[job], Thread = job + 11, Core = job });
        return trace;
    }

    /// <summary>Three jobs that compute, wait and compute again, on one processor.</summary>
    static Trace WithWaits(bool switches)
    {
        var trace = new Trace();
        var now = 0;
        if (switches)
        {
            for (var job = 0; job < 3; job++)
            {
                trace.Add(Event(job, TraceCategory.Execute, now, 10));
                trace.Add(Event(job, TraceCategory.Wait, now + 10, 40));
                now += 10;
            }
            for (var job = 0; job < 3; job++) trace.Add(Event(job, TraceCategory.Execute, 50 + 10 * job, 10));
            return trace;
        }
        for (var job = 0; job < 3; job++, now += 60)
        {
            trace.Add(Event(job, TraceCategory.Execute, now, 10));
            trace.Add(Event(job, TraceCategory.Wait, now + 10, 40));
            trace.Add(Event(job, TraceCategory.Execute, now + 50, 10));
        }
        return trace;
    }

    static TraceEvent Event(int job, TraceCategory category, int start, int milliseconds) => new()
    {
        Name = $"job {job + 1}",
        Category = category,
        Start = TimeSpan.FromMilliseconds(start),
        Duration = TimeSpan.FromMilliseconds(milliseconds),
        Worker = job,
        Process = 4000,
        Thread = 1,
    };
}

using LearningKit.Tracing;

namespace LearningKit.Exercises;

/// <summary>The learner computes from a trace how parallel a run really was.</summary>
public sealed class MostAtOnce() : Exercise<Func<IReadOnlyList<TraceEvent>, int>>(
    id: "01-most-at-once",
    title: "How many at once?",
    task: "Write MostAtOnce(events): the greatest number of Execute events that share one instant.",
    "The number can only grow when an event starts. So it is enough to look at the instants at which events start.",
    "An event runs at an instant when Start <= instant and instant < End: who ends as another starts did not run together with it.",
    "Keep only events whose Category is TraceCategory.Execute. Then: for each event, count the events that run at its start; take the greatest count.")
{
    /// <inheritdoc/>
    protected override CheckResult Examine(Func<IReadOnlyList<TraceEvent>, int> answer)
    {
        (string Name, TraceEvent[] Events, string Hint)[] cases =
        [
            ("three jobs at once", [Run(0, 0, 10), Run(1, 2, 10), Run(2, 4, 10)], "All three run at 5 ms."),
            ("two workers that take turns", [Run(0, 0, 10), Run(1, 10, 10), Run(0, 20, 10), Run(1, 30, 10)],
                "Several workers need not work at the same time: concurrent is not parallel. Who ends at 10 ms does not share an instant with who starts at 10 ms."),
            ("a worker that computes while two wait", [Run(0, 0, 30), Run(1, 0, 30) with { Category = TraceCategory.Wait }, Run(2, 0, 30) with { Category = TraceCategory.Wait }],
                "A job that waits does not execute: look at Category."),
            ("a long event over two short ones", [Run(0, 0, 100), Run(1, 10, 5), Run(2, 50, 5)],
                "The three never run all at once: 15 ms lies between the two short ones. Overlap is asked of one instant, not of pairs."),
            ("events that are not in order", [Run(2, 40, 20), Run(0, 0, 50), Run(1, 45, 20)], "Nothing promises that the events come by start time."),
            ("no events", [], "An empty trace has 0 at once."),
        ];
        foreach (var (name, events, hint) in cases)
            if (answer(events) is var count && count != Truth(events))
                return NotYet($"For {name}, {count} came back instead of {Truth(events)}.", hint);

        var random = new Random(1);
        for (var trial = 0; trial < 50; trial++)
        {
            var events = Enumerable.Range(0, random.Next(1, 30)).Select(_ => Run(random.Next(8), random.Next(100), random.Next(1, 40))).ToArray();
            if (answer(events) is var count && count != Truth(events))
                return NotYet($"For a trace of {events.Length} events made at random, {count} came back instead of {Truth(events)}.",
                    "Overlap is asked of one instant, not of pairs: count how many events run at the start of each event.");
        }
        return Passed($"{cases.Length} special traces and 50 traces made at random agree.");
    }

    /// <summary>Counts at every start: slow, and too plain to be wrong.</summary>
    static int Truth(TraceEvent[] events)
    {
        var running = events.Where(e => e.Category == TraceCategory.Execute).ToList();
        return running.Select(one => running.Count(e => e.Start <= one.Start && one.Start < e.End)).DefaultIfEmpty(0).Max();
    }

    static TraceEvent Run(int worker, int start, int milliseconds) => new()
    {
        Name = $"job {worker}",
        Category = TraceCategory.Execute,
        Start = TimeSpan.FromMilliseconds(start),
        Duration = TimeSpan.FromMilliseconds(milliseconds),
        Worker = worker,
    };
}

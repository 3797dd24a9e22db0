using LearningKit.Tracing;

namespace LearningKit.Charts;

/// <summary>The bars of a timeline: events as they are, or, when there are too many to tell apart, neighbours of one kind joined.</summary>
/// <param name="Spans">The bars, by start.</param>
/// <param name="Joined">Gaps shorter than this were closed; zero when every event has its own bar.</param>
sealed record GanttLanes(IReadOnlyList<GanttSpan> Spans, TimeSpan Joined)
{
    const int MostSpans = 2000;

    /// <summary>Makes the bars.</summary>
    public static GanttLanes Of(IReadOnlyList<TraceEvent> events)
    {
        GanttSpan[] spans = [.. events.Select(e => new GanttSpan(e.Worker, e.Category, e.Start, e.End, 1, e.Failed, e.Name, e.Part)).OrderBy(s => s.Start)];
        if (spans.Length <= MostSpans) return new(spans, TimeSpan.Zero);

        var gap = (events.Max(e => e.End) - events.Min(e => e.Start)) / 4096;
        var joined = Join(spans, gap);
        while (joined.Count > MostSpans) joined = Join(spans, gap *= 2);
        return new(joined, gap);
    }

    /// <summary>Joins what follows on one lane, is of one kind, and lies no further apart than the gap.</summary>
    static List<GanttSpan> Join(IEnumerable<GanttSpan> spans, TimeSpan gap)
    {
        var done = new List<GanttSpan>();
        foreach (var lane in spans.GroupBy(s => s.Worker))
        {
            GanttSpan? open = null;
            foreach (var span in lane)
            {
                if (open is not null && open.Category == span.Category && open.Failed == span.Failed && span.Start - open.End <= gap)
                    open = open with { End = open.End > span.End ? open.End : span.End, Count = open.Count + 1, Part = null };
                else
                {
                    if (open is not null) done.Add(open);
                    open = span;
                }
            }
            if (open is not null) done.Add(open);
        }
        return done;
    }
}

// expect: Your code threw InvalidOperationException
int MostAtOnce(IReadOnlyList<TraceEvent> events)
{
    var running = events.Where(e => e.Category == TraceCategory.Execute).ToList();
    return running.Max(one => running.Count(other => other.Start <= one.Start && one.Start < other.End));
}

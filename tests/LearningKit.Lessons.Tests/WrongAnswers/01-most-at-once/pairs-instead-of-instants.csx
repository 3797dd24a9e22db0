// expect: not of pairs
int MostAtOnce(IReadOnlyList<TraceEvent> events)
{
    var running = events.Where(e => e.Category == TraceCategory.Execute).ToList();
    return running.Select(one => running.Count(other => other.Start < one.End && one.Start < other.End)).DefaultIfEmpty(0).Max();
}

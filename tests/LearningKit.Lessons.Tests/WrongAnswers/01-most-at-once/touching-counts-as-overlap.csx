// expect: does not share an instant
int MostAtOnce(IReadOnlyList<TraceEvent> events)
{
    var running = events.Where(e => e.Category == TraceCategory.Execute).ToList();
    return running.Select(one => running.Count(other => other.Start <= one.Start && one.Start <= other.End)).DefaultIfEmpty(0).Max();
}

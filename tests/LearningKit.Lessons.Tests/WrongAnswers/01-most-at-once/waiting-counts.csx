// expect: A job that waits does not execute
int MostAtOnce(IReadOnlyList<TraceEvent> events) =>
    events.Select(one => events.Count(other => other.Start <= one.Start && one.Start < other.End)).DefaultIfEmpty(0).Max();

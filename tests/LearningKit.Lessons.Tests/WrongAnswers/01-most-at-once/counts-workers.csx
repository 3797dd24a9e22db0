// expect: concurrent is not parallel
int MostAtOnce(IReadOnlyList<TraceEvent> events) => events.Select(e => e.Worker).Distinct().Count();

namespace LearningKit.Exercises;

/// <summary>The learner groups readings by city in a parallel query that keeps the order.</summary>
public sealed class OrderedGroupBy() : Exercise<Func<Reading[], Func<Reading, double>, int, IReadOnlyList<CityValues>>>(
    id: "05-ordered-group-by",
    title: "An ordered group-by",
    task: "Group the readings by city in a parallel query: each converted once, cities by first appearance, values in the order of the readings.",
    "Begin with readings.AsParallel().AsOrdered(): the promise must be made at the source.",
    "WithDegreeOfParallelism(workers) says how many workers; Select with convert comes before GroupBy, so that it runs in parallel.",
    "Keep the city and the converted value together: Select(r => (r.Station, Value: convert(r))), then GroupBy(pair => pair.Station, pair => pair.Value).")
{
    const int Workers = 2;
    const int Cities = 40;

    /// <inheritdoc/>
    protected override CheckResult Examine(Func<Reading[], Func<Reading, double>, int, IReadOnlyList<CityValues>> answer)
    {
        var readings = MakeReadings(600);
        var place = readings.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var ledger = new ItemLedger(readings.Length);
        var gauge = new ConcurrencyGauge(awaited: Workers);

        var groups = answer(readings, Convert, Workers);

        if (groups is null) return NotYet("null came back.", "Return the list of groups: end the query with ToList() or ToArray().");
        var seen = groups.Select(group => (group.City, Values: group.Values.ToArray())).ToList();   // a lazy query works now, not later
        if (!ledger.IsExact)
            return NotYet($"Of the calls of convert: {ledger}.", "Convert each reading once: Select before GroupBy, and turn the query into a list once.");
        if (gauge.Peak < Workers)
            return NotYet($"At most {gauge.Peak} call of convert was active at once.", "The conversions must run in parallel: AsParallel() at the source, and convert inside the query.");

        var expected = readings.GroupBy(reading => reading.Station, Value).Select(group => (City: group.Key, Values: group.ToArray())).ToList();
        var cities = expected.Select(group => group.City).ToList();
        if (seen.Count != expected.Count || seen.Any(group => !cities.Contains(group.City)))
            return NotYet($"{seen.Count} groups came back instead of {expected.Count} cities.", "One group for each city, named by Station.");
        if (!seen.Select(group => group.City).SequenceEqual(cities))
            return seen.Select(group => group.City).SequenceEqual(cities.Order(StringComparer.Ordinal))
                ? NotYet("The cities come in the order of the alphabet.", "Sorting is another order than that of first appearance, and it costs time. AsOrdered() keeps the order that is there.")
                : NotYet($"The first city is {seen[0].City}, but {cities[0]} appears first.", "A parallel query promises no order unless you ask for it at the source: AsOrdered().");
        foreach (var (group, right) in seen.Zip(expected))
        {
            if (group.Values.SequenceEqual(right.Values)) continue;
            return group.Values.Order().SequenceEqual(right.Values.Order())
                ? NotYet($"The values of {group.City} are all there, in another order than its readings.", "Whoever adds to a shared list comes when he comes. Let the query keep the order: AsOrdered() and GroupBy.")
                : NotYet($"The values of {group.City} are not those of its readings.", "Each value is convert(reading), and goes to the group of that reading's city.");
        }
        return Passed($"{readings.Length} readings converted once each, {gauge.Peak} at a time; {cities.Count} cities and their values in the order of the readings.");

        double Convert(Reading reading)
        {
            using (gauge.Enter())
            {
                ledger.Enter(place.GetValueOrDefault(reading, -1));
                return Value(reading);
            }
        }
    }

    /// <summary>Distinct for each reading, so that a misplaced value shows.</summary>
    static double Value(Reading reading) => reading.Tenths / 10.0;

    /// <summary>Readings whose cities first appear in an order that is neither the alphabet's nor its reverse.</summary>
    static Reading[] MakeReadings(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new Reading($"City {(char)('A' + i * 7 % Cities % 26)}{i * 7 % Cities}", 10_000 - 3 * i))];
}

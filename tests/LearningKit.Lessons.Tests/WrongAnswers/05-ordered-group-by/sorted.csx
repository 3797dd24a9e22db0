// expect: Sorting is another order
IReadOnlyList<CityValues> GroupInOrder(Reading[] readings, Func<Reading, double> convert, int workers) =>
    [.. readings.AsParallel().AsOrdered().WithDegreeOfParallelism(workers)
        .Select(reading => (reading.Station, Value: convert(reading)))
        .GroupBy(pair => pair.Station, pair => pair.Value)
        .Select(city => new CityValues(city.Key, [.. city]))
        .AsEnumerable()
        .OrderBy(city => city.City, StringComparer.Ordinal)];

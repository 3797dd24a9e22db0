// expect: promises no order unless you ask for it
IReadOnlyList<CityValues> GroupInOrder(Reading[] readings, Func<Reading, double> convert, int workers) =>
    [.. readings.AsParallel().WithDegreeOfParallelism(workers)
        .Select(reading => (reading.Station, Value: convert(reading)))
        .GroupBy(pair => pair.Station, pair => pair.Value)
        .Select(city => new CityValues(city.Key, [.. city]))];

IReadOnlyList<CityValues> GroupInOrder(Reading[] readings, Func<Reading, double> convert, int workers) =>
    [.. readings
        .AsParallel()
        .AsOrdered()                                                     // the promise, at the source
        .WithDegreeOfParallelism(workers)
        .Select(reading => (reading.Station, Value: convert(reading)))   // in parallel, once for each
        .GroupBy(pair => pair.Station, pair => pair.Value)
        .Select(city => new CityValues(city.Key, [.. city]))];

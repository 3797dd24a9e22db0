// expect: The conversions must run in parallel
IReadOnlyList<CityValues> GroupInOrder(Reading[] readings, Func<Reading, double> convert, int workers) =>
    [.. readings.GroupBy(reading => reading.Station, convert).Select(city => new CityValues(city.Key, [.. city]))];

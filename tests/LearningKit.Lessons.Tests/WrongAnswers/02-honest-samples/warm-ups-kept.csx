// expect: The first run lies
IReadOnlyList<double> Sample(Action work, Func<double> clock, int warmUps, int repeats)
{
    var samples = new List<double>();
    for (var run = 0; run < warmUps + repeats; run++)
    {
        var start = clock();
        work();
        samples.Add(clock() - start);
    }
    return samples;
}

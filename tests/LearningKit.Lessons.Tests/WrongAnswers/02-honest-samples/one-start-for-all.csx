// expect: is the clock before each run read again
IReadOnlyList<double> Sample(Action work, Func<double> clock, int warmUps, int repeats)
{
    for (var run = 0; run < warmUps; run++) work();
    var samples = new List<double>();
    var start = clock();
    for (var run = 0; run < repeats; run++)
    {
        work();
        samples.Add(clock() - start);
    }
    return samples;
}

// expect: Every warm-up is a run
IReadOnlyList<double> Sample(Action work, Func<double> clock, int warmUps, int repeats)
{
    var samples = new List<double>();
    for (var run = 0; run < repeats; run++)
    {
        var start = clock();
        work();
        samples.Add(clock() - start);
    }
    return samples;
}

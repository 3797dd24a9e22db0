// expect: An average over all repeats hides the jitter
IReadOnlyList<double> Sample(Action work, Func<double> clock, int warmUps, int repeats)
{
    for (var run = 0; run < warmUps; run++) work();
    var start = clock();
    for (var run = 0; run < repeats; run++) work();
    var mean = (clock() - start) / repeats;
    return Enumerable.Repeat(mean, repeats).ToList();
}

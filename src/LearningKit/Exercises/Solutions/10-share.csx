double SumOfSquares(ProcessPool pool, double[] numbers)
{
    using var shared = new SharedArray<double>(numbers.Length);
    numbers.CopyTo(shared.Span);                                   // the only copy

    const int Ranges = 4;
    var ranges = Enumerable.Range(0, Ranges)
        .Select(i => ((int)((long)numbers.Length * i / Ranges), (int)((long)numbers.Length * (i + 1) / Ranges)));
    return pool.StarMap((start, end) =>
    {
        var sum = 0.0;
        foreach (var number in shared.Span[start..end]) sum += number * number;
        return sum;
    }, ranges).Sum();
}

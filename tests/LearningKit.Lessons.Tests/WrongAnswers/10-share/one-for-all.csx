// expect: one worker did all of it
double SumOfSquares(ProcessPool pool, double[] numbers)
{
    using var shared = new SharedArray<double>(numbers.Length);
    numbers.CopyTo(shared.Span);
    return pool.Apply(() =>
    {
        var sum = 0.0;
        foreach (var number in shared.Span) sum += number * number;
        return sum;
    });
}

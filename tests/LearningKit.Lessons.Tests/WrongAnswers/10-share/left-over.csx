// expect: Do your ranges reach all
double SumOfSquares(ProcessPool pool, double[] numbers)
{
    using var shared = new SharedArray<double>(numbers.Length);
    numbers.CopyTo(shared.Span);
    var size = numbers.Length / 4;
    return pool.Map(part =>
    {
        var sum = 0.0;
        foreach (var number in shared.Span.Slice(part * size, size)) sum += number * number;
        return sum;
    }, Enumerable.Range(0, 4)).Sum();
}

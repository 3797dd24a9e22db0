// expect: copy the numbers into the shared array before
double SumOfSquares(ProcessPool pool, double[] numbers)
{
    using var shared = new SharedArray<double>(numbers.Length);
    var (half, end) = (numbers.Length / 2, numbers.Length);
    return pool.StarMap((from, to) =>
    {
        var sum = 0.0;
        foreach (var number in shared.Span[from..to]) sum += number * number;
        return sum;
    }, new[] { (0, half), (half, end) }).Sum();
}

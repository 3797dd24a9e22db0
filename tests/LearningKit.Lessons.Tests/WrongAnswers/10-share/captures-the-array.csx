// expect: Every task carried all the numbers
double SumOfSquares(ProcessPool pool, double[] numbers)
{
    var half = numbers.Length / 2;
    var ranges = new[] { (0, half), (half, numbers.Length) };
    return pool.StarMap((start, end) => numbers[start..end].Sum(number => number * number), ranges).Sum();
}

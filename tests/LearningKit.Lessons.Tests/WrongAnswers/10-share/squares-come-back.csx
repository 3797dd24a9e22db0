// expect: Let each worker return one number
double SumOfSquares(ProcessPool pool, double[] numbers)
{
    using var shared = new SharedArray<double>(numbers.Length);
    numbers.CopyTo(shared.Span);
    var half = numbers.Length / 2;
    var squares = pool.StarMap(
        (start, end) => Array.ConvertAll(shared.Span[start..end].ToArray(), number => number * number),
        new[] { (0, half), (half, numbers.Length) });
    return squares.Sum(part => part.Sum());
}

// expect: The numbers travelled by value
double SumOfSquares(ProcessPool pool, double[] numbers) =>
    pool.Map(half => half.Sum(number => number * number), numbers.Chunk(numbers.Length / 2 + 1)).Sum();

// expect: Dealing rows like cards fails
int[][] Plan(long[] rowCost, int workers) =>
    [.. Enumerable.Range(0, workers).Select(w => Enumerable.Range(0, rowCost.Length).Where(row => row % workers == w).ToArray())];

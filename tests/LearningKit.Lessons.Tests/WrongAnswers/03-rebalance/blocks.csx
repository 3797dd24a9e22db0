// expect: Equal numbers of rows are not equal work
int[][] Plan(long[] rowCost, int workers) =>
    [.. Enumerable.Range(0, workers).Select(w => Enumerable.Range(0, rowCost.Length).Where(row => row * workers / Math.Max(1, rowCost.Length) == w).ToArray())];

// expect: Give each row away once
int[][] Plan(long[] rowCost, int workers) =>
    [.. Enumerable.Range(0, workers).Select(_ => Enumerable.Range(0, rowCost.Length).ToArray())];

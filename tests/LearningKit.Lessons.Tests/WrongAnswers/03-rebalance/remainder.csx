// expect: Does the division leave a remainder?
int[][] Plan(long[] rowCost, int workers)
{
    var count = rowCost.Length / workers;
    var byCost = Enumerable.Range(0, rowCost.Length).OrderByDescending(row => rowCost[row]).ToArray();
    return [.. Enumerable.Range(0, workers).Select(w => Enumerable.Range(0, count).Select(i => byCost[i * workers + (i % 2 == 0 ? w : workers - 1 - w)]).ToArray())];
}

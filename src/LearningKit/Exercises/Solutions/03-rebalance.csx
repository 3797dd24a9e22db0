int[][] Plan(long[] rowCost, int workers)
{
    var rows = Enumerable.Range(0, workers).Select(_ => new List<int>()).ToArray();
    var busy = new long[workers];
    for (var row = 0; row < rowCost.Length; row++)
    {
        var least = Array.IndexOf(busy, busy.Min());   // who has the least so far gets the next row
        rows[least].Add(row);
        busy[least] += rowCost[row];
    }
    return [.. rows.Select(list => list.ToArray())];
}

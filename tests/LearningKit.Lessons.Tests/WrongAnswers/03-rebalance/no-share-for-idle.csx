// expect: also for one who gets nothing
int[][] Plan(long[] rowCost, int workers)
{
    var shares = new Dictionary<int, List<int>>();
    var busy = new long[workers];
    for (var row = 0; row < rowCost.Length; row++)
    {
        var least = Array.IndexOf(busy, busy.Min());
        busy[least] += rowCost[row];
        (shares.TryGetValue(least, out var rows) ? rows : shares[least] = []).Add(row);
    }
    return [.. shares.Values.Select(rows => rows.ToArray())];
}

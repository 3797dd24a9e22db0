namespace LearningKit.Tables;

/// <summary>
/// The places of a column's different values in their order. Values are compared once, rows are only counted: columns of
/// readings and keys have far fewer different values than rows.
/// </summary>
/// <param name="RankOfRow">For each row the place of its value, from 0.</param>
/// <param name="Count">How many different values there are.</param>
sealed record Ranking(int[] RankOfRow, int Count)
{
    public static Ranking Of(Column column, bool descending)
    {
        var codes = column.Codes(out var count);
        var firstRows = new RowGroups(codes, count).FirstRows();
        var order = column.Order(descending);
        int[] sorted = [.. Enumerable.Range(0, count)];
        Array.Sort(sorted, (a, b) => order(firstRows[a], firstRows[b]));
        var ranks = new int[count];
        for (var rank = 0; rank < count; rank++) ranks[sorted[rank]] = rank;
        return new(Array.ConvertAll(codes, code => ranks[code]), count);
    }

    /// <summary>The rows by their ranks, equal ones in the order in which they come: a counting sort.</summary>
    public int[] Sort(int[] rows)
    {
        var next = new int[Count + 1];
        foreach (var rank in RankOfRow) next[rank + 1]++;
        for (var rank = 0; rank < Count; rank++) next[rank + 1] += next[rank];
        var sorted = new int[rows.Length];
        foreach (var row in rows) sorted[next[RankOfRow[row]]++] = row;
        return sorted;
    }
}

namespace LearningKit.Tables;

/// <summary>Which rows belong together: a group number for each row, in the order of the groups' first rows.</summary>
/// <param name="Ids">The group of each row, from 0.</param>
/// <param name="Count">How many groups there are.</param>
sealed record RowGroups(int[] Ids, int Count)
{
    /// <summary>The first row of each group.</summary>
    public int[] FirstRows()
    {
        var (first, seen) = (new int[Count], 0);
        for (var row = 0; row < Ids.Length && seen < Count; row++)
            if (Ids[row] == seen) first[seen++] = row;   // a group's number is new where its first row is
        return first;
    }

    /// <summary>The rows of each group, in their order.</summary>
    public int[][] Rows()
    {
        var sizes = new int[Count];
        foreach (var id in Ids) sizes[id]++;
        var rows = Array.ConvertAll(sizes, size => new int[size]);
        Array.Clear(sizes);
        for (var row = 0; row < Ids.Length; row++) rows[Ids[row]][sizes[Ids[row]]++] = row;
        return rows;
    }

    /// <summary>Groups the rows by key columns; without keys, all rows are one group, and so are none.</summary>
    public static RowGroups Of(Table table, IReadOnlyList<string> keys)
    {
        if (keys.Count == 0) return new(new int[table.RowCount], 1);
        var ids = table[keys[0]].Codes(out var count);
        foreach (var key in keys.Skip(1))
        {
            var codes = table[key].Codes(out _);
            var pairs = new Dictionary<(int, int), int>();
            for (var row = 0; row < ids.Length; row++)
            {
                if (!pairs.TryGetValue((ids[row], codes[row]), out var id)) pairs[(ids[row], codes[row])] = id = pairs.Count;
                ids[row] = id;
            }
            count = pairs.Count;
        }
        return new(ids, count);
    }
}

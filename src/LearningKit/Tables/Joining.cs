namespace LearningKit.Tables;

/// <summary>Joins two tables: numbers the keys of both together, gathers the right rows of each number, then goes through the left rows.</summary>
static class Joining
{
    const string Suffix = "_right";

    static readonly int[] none = [-1];

    public static Table Join(Table left, Table right, IReadOnlyList<string> on, JoinKind how)
    {
        if (on.Count == 0) throw new ArgumentException("Name at least one column to join on.", nameof(on));
        var keys = Table.Concat(left.Select(on), right.Select(on));
        var groups = RowGroups.Of(keys, on);
        var (rightRows, starts) = Gather(groups, left.RowCount, row => HasKey(keys, row));

        var (leftTaken, rightTaken) = (new List<int>(left.RowCount), new List<int>(left.RowCount));
        for (var row = 0; row < left.RowCount; row++)
        {
            var group = groups.Ids[row];
            ReadOnlySpan<int> matches = HasKey(keys, row) ? rightRows.AsSpan(starts[group]..starts[group + 1]) : [];
            if (matches.Length == 0 && how == JoinKind.Left) matches = none;
            if (leftTaken.Count > Array.MaxLength - matches.Length)
                throw new ArgumentException($"The join gives more than {Array.MaxLength:N0} rows: keys repeat on both sides. Aggregate one side first.", nameof(on));
            foreach (var match in matches)
            {
                leftTaken.Add(row);
                rightTaken.Add(match);
            }
        }
        var beside = right.Drop([.. on]).Take(rightTaken.ToArray()).Columns;
        return new([.. left.Take(leftTaken.ToArray()).Columns, .. beside.Select(column => left.Find(column.Name) is null ? column : column.Rename(column.Name + Suffix))]);
    }

    /// <summary>The rows of the right table, group by group: those of group g are at starts[g] up to starts[g + 1].</summary>
    static (int[] Rows, int[] Starts) Gather(RowGroups groups, int leftCount, Func<int, bool> hasKey)
    {
        var starts = new int[groups.Count + 1];
        for (var row = leftCount; row < groups.Ids.Length; row++)
            if (hasKey(row)) starts[groups.Ids[row] + 1]++;
        for (var group = 0; group < groups.Count; group++) starts[group + 1] += starts[group];
        var (rows, next) = (new int[starts[^1]], starts.ToArray());
        for (var row = leftCount; row < groups.Ids.Length; row++)
            if (hasKey(row)) rows[next[groups.Ids[row]]++] = row - leftCount;
        return (rows, starts);
    }

    static bool HasKey(Table keys, int row)
    {
        foreach (var key in keys.Columns)
            if (key.IsMissing(row)) return false;
        return true;
    }
}

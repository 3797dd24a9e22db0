using LearningKit.Tables;

namespace LearningKit.Exercises;

/// <summary>Small tables of readings that learners have not seen, and unequal ways to cut them.</summary>
static class StationReadings
{
    static readonly string[] stations = ["Oslo", "Dakar", "Lima", "Quito", "Perth"];

    /// <summary>Rows of station and temperature; about one temperature in eight is missing, and no two are alike.</summary>
    public static Table Make(Random random, int rows)
    {
        var station = Enumerable.Range(0, rows).Select(_ => stations[random.Next(stations.Length)]).ToArray();
        var tenths = Enumerable.Range(-rows, 2 * rows).ToArray();
        random.Shuffle(tenths);
        return new(
            Column.Of("station", station),
            Column.Of("temperature", Enumerable.Range(0, rows).Select(row => random.Next(8) == 0 ? (double?)null : tenths[row] / 10.0)));
    }

    /// <summary>Parts of very different sizes; some are empty, and some stations are in one part only.</summary>
    public static Table[] Cut(Table table, int parts, Random random)
    {
        int[] cuts = [0, .. Enumerable.Range(1, parts - 1).Select(_ => (int)(table.RowCount * Math.Pow(random.NextDouble(), 2))).Order(), table.RowCount];
        return [.. cuts.Zip(cuts.Skip(1), (from, to) => table.Slice(from, to - from))];
    }
}

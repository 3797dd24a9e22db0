using FsCheck;
using FsCheck.Fluent;
using LearningKit.Tables;

namespace LearningKit.Tests.Tables;

/// <summary>Tables of every type of column, with missing values, keys that repeat, and texts that are hard to write down.</summary>
static class RandomTables
{
    static readonly string?[] texts =
        [null, "", "a", "b", "Zürich", "日本", "😀", "say \"hi\"", "\"", "one,two", "a;b\tc|d", "line\nbreak", "carriage\r\nreturn", " outer spaces ", "NA", "null", "12", "007", "true", "2026-01-31", "#", "=1+1"];

    static readonly double?[] numbers =
        [null, 0, -0.0, 1, 1.5, -2.25, 0.1, 0.2, 12.3, 1e300, -1e-300, double.MaxValue, double.Epsilon, double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    static readonly long?[] wholes = [null, 0, 1, 2, 3, -1, long.MaxValue, long.MinValue];

    static readonly DateTime?[] times =
        [null, new(2026, 1, 31), new(2026, 1, 31, 18, 30, 0), new(1, 1, 1), new DateTime(2026, 1, 31, 18, 30, 0).AddTicks(1_234_567), DateTime.MaxValue];

    /// <summary>Anything, from no row to some dozens.</summary>
    public static Gen<Table> Any { get; } = Of(Gen.Choose(0, 30), wholes, numbers);

    /// <summary>Tables whose numbers are tenths, so that all sums of doubles fit into twice 53 bits, and small whole numbers.</summary>
    public static Gen<Table> Tenths { get; } =
        Of(Gen.Choose(0, 60), [null, .. Enumerable.Range(-3, 7).Select(n => (long?)n)], [null, .. Enumerable.Range(-300, 600).Select(n => (double?)(n / 10.0))]);

    /// <summary>A table, and how it is cut into consecutive parts, some of them empty.</summary>
    public static Gen<(Table Whole, Table[] Parts)> Cut(Gen<Table> tables) =>
        from table in tables
        from count in Gen.Choose(0, 5)
        from cuts in Gen.Choose(0, table.RowCount).ArrayOf(count)
        let ends = (int[])[0, .. cuts.Order(), table.RowCount]
        select (table, ends.Zip(ends.Skip(1), (start, end) => table.Slice(start, end - start)).ToArray());

    static Gen<Table> Of(Gen<int> sizes, long?[] someWholes, double?[] someNumbers) =>
        from rows in sizes
        from text in Gen.Elements(texts).ArrayOf(rows)
        from whole in Gen.Elements(someWholes).ArrayOf(rows)
        from number in Gen.Elements(someNumbers).ArrayOf(rows)
        from truth in Gen.Elements<bool?>(null, true, false).ArrayOf(rows)
        from time in Gen.Elements(times).ArrayOf(rows)
        select new Table(Column.Of("text", text), Column.Of("whole", whole), Column.Of("number", number), Column.Of("truth", truth), Column.Of("time", time));
}

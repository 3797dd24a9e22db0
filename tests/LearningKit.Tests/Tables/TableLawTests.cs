using FsCheck;
using FsCheck.Fluent;
using LearningKit.Tables;
using LearningKit.Tables.Csv;
using Xunit;

namespace LearningKit.Tests.Tables;

/// <summary>What holds for every table and every way to cut it.</summary>
public sealed class TableLawTests
{
    static readonly Aggregation[] exact =
    [
        Agg.Count(), Agg.Count("number"), Agg.Sum("whole"), Agg.Sum("number"), Agg.Sum("truth"), Agg.Mean("number"), Agg.Mean("whole"),
        Agg.Min("number"), Agg.Max("number"), Agg.Min("text"), Agg.Max("text"), Agg.Min("time"), Agg.Max("truth"), Agg.Median("number"),
    ];

    [Fact]
    public void Concat_OfASplit_IsTheTable() =>
        Prop.ForAll(RandomTables.Any.ToArbitrary(), Gen.Choose(1, 12).ToArbitrary(), (table, parts) => Table.Concat(table.Split(parts)).Equals(table)).QuickCheckThrowOnFailure();

    [Fact]
    public void Split_AnyParts_HaveSizesThatDifferByOneAtMost() =>
        Prop.ForAll(RandomTables.Any.ToArbitrary(), Gen.Choose(1, 12).ToArbitrary(), (table, parts) =>
        {
            var sizes = table.Split(parts).Select(part => part.RowCount).ToArray();
            return sizes.Length <= parts && sizes.Sum() == table.RowCount && sizes.Max() - sizes.Min() <= 1;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Concat_OfCompactParts_IsTheTable() =>
        Prop.ForAll(RandomTables.Cut(RandomTables.Any).ToArbitrary(), cut => Table.Concat(cut.Parts.Select(part => part.Compact())).Equals(cut.Whole)).QuickCheckThrowOnFailure();

    [Fact]
    public void SplitByKey_AnyKeys_BringsEachKeyToOnePartAndLosesNoRow() =>
        Prop.ForAll(RandomTables.Any.ToArbitrary(), Gen.Choose(1, 5).ToArbitrary(), (table, parts) =>
        {
            var numbered = table.With(Column.Of("row", Enumerable.Range(0, table.RowCount).Select(row => (long)row)));
            foreach (var keys in new string[][] { ["text"], ["number"], ["whole", "truth"], ["time"] })
            {
                var split = numbered.SplitByKey(parts, keys);
                Assert.Equal(parts, split.Length);
                Assert.Equal(Enumerable.Range(0, table.RowCount).Select(row => (long?)row), split.SelectMany(part => part.Wholes("row")).Order());
                Assert.All(split, part => Assert.Equal(part.Wholes("row").Order(), part.Wholes("row")));
                Assert.Equal(table.GroupBy(keys).Aggregate(Agg.Count()).RowCount, split.Sum(part => part.GroupBy(keys).Aggregate(Agg.Count()).RowCount));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void PartialAggregates_OfAnyCut_FinishAsTheWholeToTheLastBit() =>
        Prop.ForAll(RandomTables.Cut(RandomTables.Tenths).ToArbitrary(), cut =>
        {
            foreach (var keys in new string[][] { ["text"], ["whole", "truth"], ["number"], [] })
            {
                var whole = cut.Whole.GroupBy(keys).Aggregate(exact);
                var combined = PartialAggregate.Combine(cut.Parts.Select(part => part.GroupBy(keys).Partial(exact)));
                Assert.Equal(whole, combined.Finish());
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void PartialAggregates_CombinedInAnyTree_AreTheSame() =>
        Prop.ForAll(RandomTables.Cut(RandomTables.Tenths).ToArbitrary(), cut =>
        {
            var partials = cut.Parts.Select(part => part.GroupBy("text").Partial(exact)).ToArray();
            var fromLeft = partials.Aggregate((a, b) => PartialAggregate.Combine(a, b));
            var fromRight = partials.Reverse().Aggregate((b, a) => PartialAggregate.Combine(a, b));
            return fromLeft.Finish().Equals(fromRight.Finish()) && fromLeft.Finish().Equals(PartialAggregate.Combine(partials).Finish());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Deviations_OfAnyCut_AreNearThoseOfTheWhole() =>
        Prop.ForAll(RandomTables.Cut(RandomTables.Tenths).ToArbitrary(), cut =>
        {
            Aggregation[] scatter = [Agg.Std("number"), Agg.Variance("number")];
            var whole = cut.Whole.GroupBy("text").Aggregate(scatter);
            var combined = PartialAggregate.Combine(cut.Parts.Select(part => part.GroupBy("text").Partial(scatter))).Finish();
            foreach (var name in scatter.Select(aggregation => aggregation.Name))
            {
                foreach (var (a, b) in whole.Numbers(name).Zip(combined.Numbers(name)))
                    Assert.True(a is null == b is null && Math.Abs((a - b) ?? 0) <= 1e-10 * (1 + Math.Abs(a ?? 0)), $"{name}: {a} and {b}");
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Aggregate_AnyTable_IsWhatLinqFinds() =>
        Prop.ForAll(RandomTables.Tenths.ToArbitrary(), table =>
        {
            var rows = Enumerable.Range(0, table.RowCount).Select(row => (Key: table.Texts("text")[row], Value: table.Numbers("number")[row])).ToList();
            var expected = rows.GroupBy(row => row.Key).Select(group => (group.Key, Values: group.Where(row => row.Value is not null).Select(row => row.Value!.Value).ToList())).ToList();
            var found = table.GroupBy("text").Aggregate(Agg.Sum("number"), Agg.Mean("number"), Agg.Min("number"), Agg.Std("number"), Agg.Median("number"), Agg.Count("number"));
            Assert.Equal(expected.Select(group => group.Key), found.Texts("text"));
            for (var i = 0; i < expected.Count; i++)
            {
                var values = expected[i].Values;
                Assert.Equal(values.Sum(), found[i].Number("number_sum")!.Value, 1e-9);
                Assert.Equal(values.Count, found[i].Whole("number_count"));
                Assert.Equal(values.Count == 0 ? null : values.Min(), found[i].Number("number_min"));
                Assert.Equal(values.Count == 0, found[i].Number("number_mean") is null);
                Assert.Equal(values.Count < 2, found[i].Number("number_std") is null);
                if (values.Count < 2) continue;
                var mean = values.Average();
                Assert.Equal(mean, found[i].Number("number_mean")!.Value, 1e-9);
                Assert.Equal(Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1)), found[i].Number("number_std")!.Value, 1e-9);
                double[] sorted = [.. values.Order()];
                Assert.Equal((sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2, found[i].Number("number_median")!.Value, 1e-12);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void ReadCsv_OfWhatWasWritten_IsTheTable() =>
        Prop.ForAll(RandomTables.Any.ToArbitrary(), Gen.Elements(',', ';', '\t', '|').ToArbitrary(), (table, separator) =>
        {
            foreach (var format in new[] { new CsvFormat { Separator = separator, Types = table.Types }, new CsvFormat { Separator = separator, Types = table.Types, DecimalComma = true } })
                Assert.Equal(table, Table.ParseCsv(table.ToCsv(format), format));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void ReadCsv_OfOneColumn_IsTheColumn() =>
        Prop.ForAll(RandomTables.Any.ToArbitrary(), table =>
        {
            foreach (var name in table.ColumnNames)
            {
                var one = table.Select(name);
                Assert.Equal(one, Table.ParseCsv(one.ToCsv(), new() { Types = one.Types, Separator = ',' }));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void ReadCsv_InAnyParts_IsTheTable()
    {
        using var folder = new TemporaryFolder();
        var path = folder["parts.csv"];
        Prop.ForAll(RandomTables.Any.ToArbitrary(), Gen.Choose(1, 40).ToArbitrary(), (table, parts) =>
        {
            table.WriteCsv(path);
            var file = CsvFile.Open(path, new() { Types = table.Types, Separator = ',' });
            var split = file.Split(parts);
            Assert.InRange(split.Count, 1, parts);
            Assert.Equal(new FileInfo(path).Length, split.Sum(part => part.Bytes));
            Assert.Equal(table, Table.Concat(split.Select(part => part.Read())));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Join_AnyTables_IsWhatNestedLoopsFind() =>
        Prop.ForAll(RandomTables.Any.ToArbitrary(), RandomTables.Any.ToArbitrary(), (left, right) =>
        {
            foreach (var keys in new string[][] { ["text"], ["whole"], ["truth", "time"], ["number"] })
            {
                foreach (var how in new[] { JoinKind.Inner, JoinKind.Left })
                {
                    var pairs = from a in Enumerable.Range(0, left.RowCount)
                                let matches = Enumerable.Range(0, right.RowCount).Where(b => keys.All(key => left[a][key] is { } value && value.Equals(right[b][key]))).Select(b => (int?)b)
                                from b in how == JoinKind.Left ? matches.DefaultIfEmpty() : matches
                                select (a, b);
                    var joined = left.Join(right, keys, how);
                    Assert.Equal(pairs.Select(pair => left[pair.a]["time"]), Values(joined, "time"));
                    var other = new[] { "text", "whole", "number" }.First(name => !keys.Contains(name));
                    Assert.Equal(pairs.Select(pair => pair.b is { } b ? right[b][other] : null), Values(joined, other + "_right"));
                }
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Where_TwoConditions_EqualsBothAtOnce() =>
        Prop.ForAll(RandomTables.Any.ToArbitrary(), table =>
            table.Where(row => row.Number("number") > 0).Where(row => row.Boolean("truth") == true)
                .Equals(table.Where(row => row.Number("number") > 0 && row.Boolean("truth") == true))).QuickCheckThrowOnFailure();

    [Fact]
    public void WhereAndSelect_InEitherOrder_AreTheSame() =>
        Prop.ForAll(RandomTables.Any.ToArbitrary(), table =>
            table.Where(row => row.Text("text") is null).Select("text", "time").Equals(table.Select("text", "time").Where(row => row.Text("text") is null))).QuickCheckThrowOnFailure();

    [Fact]
    public void Where_OnAnyCut_IsWhereOnTheWhole() =>
        Prop.ForAll(RandomTables.Cut(RandomTables.Any).ToArbitrary(), cut =>
            Table.Concat(cut.Parts.Select(part => part.Where(row => row.Whole("whole") > 0))).Equals(cut.Whole.Where(row => row.Whole("whole") > 0))).QuickCheckThrowOnFailure();

    [Fact]
    public void OrderBy_AnyColumns_IsWhatLinqFindsMissingLast() =>
        Prop.ForAll(RandomTables.Any.ToArbitrary(), table =>
        {
            var rows = Enumerable.Range(0, table.RowCount).ToArray();
            var up = rows.OrderBy(row => table[row].Text("text") is null).ThenBy(row => table[row].Text("text"), StringComparer.Ordinal)
                .ThenBy(row => table[row].Number("number") is null).ThenBy(row => table[row].Number("number"));
            Assert.Equal(up.Select(row => table[row]["time"]), Values(table.OrderBy("text", "number"), "time"));
            var down = rows.OrderBy(row => table[row].Time("time") is null).ThenByDescending(row => table[row].Time("time"));
            Assert.Equal(down.Select(row => table[row]["text"]), Values(table.OrderByDescending("time"), "text"));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rows_OfATableOfRecords_AreTheRecords()
    {
        Prop.ForAll(RandomTables.Any.ToArbitrary(), table =>
        {
            var records = table.Rows<Entry>().ToList();
            var again = Table.Of(records);
            Assert.Equal(table.Columns.Select(column => column.Count), again.Columns.Select(column => column.Count));
            Assert.Equal(records, again.Rows<Entry>());
        }).QuickCheckThrowOnFailure();
    }

    static IEnumerable<object?> Values(Table table, string name) => Enumerable.Range(0, table.RowCount).Select(row => table[name].ValueAt(row));

    public sealed record Entry(string? Text, long? Whole, double? Number, bool? Truth, DateTime? Time);
}

using LearningKit.Shipping.Tests.Values;
using LearningKit.Tables;
using LearningKit.Tables.Csv;

namespace LearningKit.Shipping.Tests.Tables;

/// <summary>Tables, their parts, partial aggregates and parts of CSV files go to another process.</summary>
public sealed class TableTravelTests
{
    static readonly Table table = new(
        Column.Of("city", Enumerable.Range(0, 10_000).Select(i => i % 100 == 0 ? null : "city " + i % 7)),
        Column.Of("whole", Enumerable.Range(0, 10_000).Select(i => (long)i)),
        Column.Of("number", Enumerable.Range(0, 10_000).Select(i => i % 3 == 0 ? (double?)null : i / 10.0)),
        Column.Of("truth", Enumerable.Range(0, 10_000).Select(i => i % 2 == 0)),
        Column.Of("time", Enumerable.Range(0, 10_000).Select(i => new DateTime(2026, 1, 1).AddMinutes(i))));

    [Fact]
    public void Table_ThereAndBack_IsTheSame() => Assert.Equal(table, Travel.There(table));

    [Fact]
    public void Slice_OfATable_TravelsWithItsRowsOnly()
    {
        var part = table.Split(10)[3];
        Assert.Equal(part, Travel.There(part));
        Assert.True(Packer.Pack(part).Size < Packer.Pack(table).Size / 8, $"A tenth of the rows takes {Packer.Pack(part).Size:N0} of {Packer.Pack(table).Size:N0} bytes.");
    }

    [Fact]
    public void Contents_TravelAsRawBytes() =>
        Assert.InRange(Packer.Pack(table).Size, 10_000 * (4 + 8 + 8 + 1 + 1 + 8), 10_000 * (4 + 8 + 8 + 1 + 1 + 8) + 4_000);

    [Fact]
    public void Partials_FromAnotherProcess_Combine()
    {
        Aggregation[] aggregations = [Agg.Mean("number"), Agg.Max("time"), Agg.Median("whole"), Agg.Std("number").As("scatter"), Agg.Count()];
        var partials = table.Split(4).Select(part => Travel.There(part.GroupBy("city").Partial(aggregations)));
        var (whole, combined) = (table.GroupBy("city").Aggregate(aggregations), PartialAggregate.Combine(partials).Finish());
        Assert.Equal(whole.Drop("scatter"), combined.Drop("scatter"));
    }

    [Fact]
    public void PartsOfAFile_InAnotherProcess_ReadTheirRows()
    {
        var path = Path.GetTempFileName();
        try
        {
            table.WriteCsv(path);
            var file = CsvFile.Open(path, new() { Types = table.Types, Missing = ["", "NA"] });
            Assert.Equal(table, Table.Concat(file.Split(5).Select(part => Travel.There(part).Read())));
        }
        finally
        {
            File.Delete(path);
        }
    }
}

using LearningKit.Tables;
using Xunit;

namespace LearningKit.Tests.Tables;

public sealed class RecordTests
{
    enum Season
    {
        Winter,
        Summer,
    }

    sealed record Reading(string Station, double? Celsius, int Count, Season Season, DateOnly Day, decimal Price);

    sealed class Loose
    {
        public string? Station { get; set; }

        public long Count { get; set; }
    }

    static readonly Reading[] readings =
    [
        new("Oslo", -3.5, 2, Season.Winter, new(2026, 1, 31), 1.25m),
        new("Dakar", null, 1, Season.Summer, new(2026, 7, 1), 0),
    ];

    [Fact]
    public void Records_ThereAndBack_AreTheSame()
    {
        var table = Table.Of(readings);
        Assert.Equal(["Station", "Celsius", "Count", "Season", "Day", "Price"], table.ColumnNames);
        Assert.Equal([ColumnType.Text, ColumnType.Number, ColumnType.Whole, ColumnType.Text, ColumnType.Time, ColumnType.Number], table.Columns.Select(column => column.Type));
        Assert.Equal(readings, table.Rows<Reading>());
        Assert.Equal(6, Table.Of(Array.Empty<Reading>()).Columns.Count);
    }

    [Fact]
    public void Rows_OfAClassWithoutConstructor_SetItsProperties()
    {
        var loose = Table.ParseCsv("STATION,the_count,count\nOslo,1,7\n").Rows<Loose>().Single();
        Assert.Equal(("Oslo", 7), (loose.Station, loose.Count));
    }

    [Fact]
    public void Rows_OfAMissingColumnValueOrMisfit_AreRefusedWithWhatToDo()
    {
        var table = Table.Of(readings);
        Assert.Contains("Reading needs a column 'Price'", Assert.Throws<ArgumentException>(() => table.Drop("Price").Rows<Reading>().ToList()).Message, StringComparison.Ordinal);
        Assert.Contains("Row 1 has no value in column 'Celsius'", Assert.Throws<InvalidOperationException>(() => table.Rows<Needs>().ToList()).Message, StringComparison.Ordinal);
        Assert.Contains("'300' does not fit into Small.Count", Assert.Throws<InvalidOperationException>(() => new Table(Column.Of("count", [300L])).Rows<Small>().ToList()).Message, StringComparison.Ordinal);
        Assert.Contains("'2.5' does not fit", Assert.Throws<InvalidOperationException>(() => new Table(Column.Of("count", [2.5])).Rows<Small>().ToList()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Items_WithoutPropertiesOrWithOthers_AreRefused()
    {
        Assert.Contains("no public properties", Assert.Throws<ArgumentException>(() => Table.Of(new object[] { new() })).Message, StringComparison.Ordinal);
        Assert.Contains("'Inner' is a Reading[]", Assert.Throws<ArgumentException>(() => Table.Of([new { Inner = readings }])).Message, StringComparison.Ordinal);
    }

    sealed record Needs(double Celsius);

    sealed record Small(byte Count);
}

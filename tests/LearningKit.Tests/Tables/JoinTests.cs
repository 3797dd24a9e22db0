using LearningKit.Tables;
using Xunit;

namespace LearningKit.Tests.Tables;

public sealed class JoinTests
{
    static readonly Table readings = new(Column.Of("city", ["Oslo", "Dakar", "Oslo", null, "Lima"]), Column.Of("value", [1.0, 2, 3, 4, 5]));
    static readonly Table cities = new(Column.Of("value", [60L, 15, 0]), Column.Of("city", ["Oslo", "Dakar", null]));

    [Fact]
    public void Inner_KeepsMatchesInTheOrderOfTheLeft()
    {
        var joined = readings.Join(cities, "city");
        Assert.Equal(["city", "value", "value_right"], joined.ColumnNames);
        Assert.Equal(["Oslo", "Dakar", "Oslo"], joined.Texts("city"));
        Assert.Equal([60L, 15, 60], joined.Wholes("value_right"));
    }

    [Fact]
    public void Left_KeepsAllAndMissingKeysMatchNothing()
    {
        var joined = readings.Join(cities, "city", JoinKind.Left);
        Assert.Equal([1.0, 2, 3, 4, 5], joined.Numbers("value"));
        Assert.Equal([60L, 15, 60, null, null], joined.Wholes("value_right"));
    }

    [Fact]
    public void Keys_ThatRepeatOnBothSides_Multiply() =>
        Assert.Equal([1.0, 1, 3, 3], readings.Join(Table.Concat(cities.Head(1), cities.Head(1)), "city").Numbers("value"));

    [Fact]
    public void Keys_WholeNumbersAndNumbers_Match() =>
        Assert.Equal(1, new Table(Column.Of("k", [1L, 2])).Join(new Table(Column.Of("k", [2.0, 2.5])), "k").RowCount);

    [Fact]
    public void Keys_OfDifferentTypesOrNotThere_AreRefused()
    {
        Assert.Contains("Whole values in one table and Text", Assert.Throws<ArgumentException>(() => new Table(Column.Of("k", [1L])).Join(new Table(Column.Of("k", ["1"])), "k")).Message, StringComparison.Ordinal);
        Assert.Contains("no column 'town'", Assert.Throws<ArgumentException>(() => readings.Join(cities, "town")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => readings.Join(cities, (string[])[]));
    }
}

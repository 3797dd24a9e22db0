using LearningKit.Tables;
using Xunit;

namespace LearningKit.Tests.Tables;

public sealed class GroupingTests
{
    static readonly Table readings = new(
        Column.Of("city", ["Oslo", "Dakar", "Oslo", null, "Dakar", "Oslo", null]),
        Column.Of("month", [1L, 1, 2, 2, 1, 1, 2]),
        Column.Of("value", [1.0, 10, 2, 100, null, 6, null]));

    [Fact]
    public void Aggregate_Groups_ComeInTheOrderOfTheirFirstRowsAndMissingIsAGroup()
    {
        var sums = readings.GroupBy("city").Aggregate(Agg.Sum("value"), Agg.Count(), Agg.Count("value"));
        Assert.Equal(["Oslo", "Dakar", null], sums.Texts("city"));
        Assert.Equal([9.0, 10, 100], sums.Numbers("value_sum"));
        Assert.Equal([3L, 2, 2], sums.Wholes("count"));
        Assert.Equal([3L, 1, 1], sums.Wholes("value_count"));
    }

    [Fact]
    public void Aggregate_ByTwoKeys_GroupsByPairs()
    {
        var counts = readings.GroupBy("city", "month").Aggregate(Agg.Count().As("n"));
        Assert.Equal(["Oslo", "Dakar", "Oslo", null], counts.Texts("city"));
        Assert.Equal([1L, 1, 2, 2], counts.Wholes("month"));
        Assert.Equal([2L, 2, 1, 2], counts.Wholes("n"));
    }

    [Fact]
    public void Aggregate_NoValues_IsZeroForASumAndMissingElse()
    {
        var none = readings.Where(row => row.Number("value") is null).Aggregate(
            Agg.Sum("value"), Agg.Mean("value"), Agg.Min("value"), Agg.Max("value"), Agg.Std("value"), Agg.Median("value"), Agg.Count("value"));
        Assert.Equal([0.0, null, null, null, null, null, 0L], none.Columns.Select(column => column.ValueAt(0)));
        Assert.Equal(1, readings.Head(0).Aggregate(Agg.Sum("value")).RowCount);
    }

    [Fact]
    public void Aggregate_OneValue_HasNoDeviation()
    {
        var one = readings.Head(1).Aggregate(Agg.Std("value"), Agg.Variance("value"), Agg.Median("value"), Agg.Mean("value"));
        Assert.Equal([null, null, 1.0, 1.0], one.Columns.Select(column => column.ValueAt(0)));
    }

    [Fact]
    public void Aggregate_Medians_OfOddAndEvenNumbersAndOfWholes()
    {
        Assert.Equal(6.0, readings.Aggregate(Agg.Median("value"))[0].Number("value_median"));
        Assert.Equal(4.0, readings.Where(row => row.Number("value") < 100).Aggregate(Agg.Median("value"))[0].Number("value_median"));
        Assert.Equal(1.0, readings.Aggregate(Agg.Median("month"))[0].Number("month_median"));
        Assert.Equal(1.0, readings.GroupBy("month").Aggregate(Agg.Median("month"))[0].Number("month_median"));
    }

    [Fact]
    public void Aggregate_TextsAndTimes_HaveLeastAndGreatestButNoSum()
    {
        Assert.Equal("Dakar", readings.Aggregate(Agg.Min("city"))[0].Text("city_min"));
        foreach (var kind in new[] { Agg.Sum("city"), Agg.Mean("city"), Agg.Std("city"), Agg.Median("city") })
            Assert.Contains("of column 'city': it holds Text values", Assert.Throws<ArgumentException>(() => readings.Aggregate(kind)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Aggregate_NamesThatAreNotThereOrTwice_AreRefused()
    {
        Assert.Contains("no column 'town'", Assert.Throws<ArgumentException>(() => readings.GroupBy("town")).Message, StringComparison.Ordinal);
        Assert.Contains("no column 'price'", Assert.Throws<ArgumentException>(() => readings.Aggregate(Agg.Mean("price"))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => readings.Aggregate(Agg.Mean("value"), Agg.Mean("value")));
        Assert.Throws<ArgumentException>(() => readings.GroupBy("city").Aggregate(Agg.Count().As("city")));
    }

    [Fact]
    public void Sum_OfWholesBeyond64Bits_IsRefusedAlsoBetweenParts()
    {
        var table = new Table(Column.Of("x", [long.MaxValue, 1]));
        Assert.Contains("beyond", Assert.Throws<OverflowException>(() => table.Aggregate(Agg.Sum("x"))).Message, StringComparison.Ordinal);
        var partials = table.Split(2).Select(part => part.GroupBy().Partial(Agg.Sum("x")));
        Assert.Throws<OverflowException>(() => PartialAggregate.Combine(partials));
    }

    [Fact]
    public void Sum_OfNumbersThatCancel_KeepsWhatADoubleLoses()
    {
        var table = new Table(Column.Of("x", [1e16, 1.0, -1e16]));
        Assert.Equal(1.0, table.Aggregate(Agg.Sum("x"))[0].Number("x_sum"));
        Assert.Equal(0.0, 1e16 + 1.0 + -1e16);
        Assert.Equal(1.0, PartialAggregate.Combine(table.Split(3).Select(part => part.GroupBy().Partial(Agg.Sum("x")))).Finish()[0].Number("x_sum"));
    }

    [Fact]
    public void Sum_BeyondAllNumbers_IsInfinityAndNotANumberIsCarried()
    {
        Assert.Equal(double.PositiveInfinity, Of(double.MaxValue, double.MaxValue));
        Assert.Equal(double.PositiveInfinity, Of(double.PositiveInfinity, 1));
        Assert.Equal(double.NaN, Of(double.NaN, 1));
        Assert.Equal(double.NaN, Of(double.PositiveInfinity, double.NegativeInfinity));

        static double? Of(params double[] values) => new Table(Column.Of("x", values)).Aggregate(Agg.Sum("x"))[0].Number("x_sum");
    }

    [Fact]
    public void Std_OfALargeMeanAndSmallScatter_KeepsItsDigitsInAnyCut()
    {
        // Sums of squares would leave no digit: the squares are near 1e18, where doubles are 128 apart.
        var table = new Table(Column.Of("x", Enumerable.Range(0, 1000).Select(i => 1e9 + i % 4)));
        var exact = Math.Sqrt(1000 * 1.25 / 999);
        foreach (var parts in new[] { 1, 2, 7, 100 })
        {
            var std = PartialAggregate.Combine(table.Split(parts).Select(part => part.GroupBy().Partial(Agg.Std("x")))).Finish();
            Assert.Equal(exact, std[0].Number("x_std")!.Value, 1e-7);
        }
    }

    [Fact]
    public void Partial_OfAMean_CarriesSumAndCount()
    {
        var partial = readings.GroupBy("city").Partial(Agg.Mean("value"));
        Assert.Null(partial.Values);
        Assert.Equal([9.0, 10, 100], partial.State.Numbers("value_mean.sum"));
        Assert.Equal([3L, 1, 1], partial.State.Wholes("value_mean.count"));
    }

    [Fact]
    public void Partial_OfAMedian_CarriesAllValues()
    {
        var partial = readings.GroupBy("city").Partial(Agg.Median("value"), Agg.Median("month"));
        Assert.Equal(["city", "value", "month"], partial.Values!.ColumnNames);
        Assert.Equal(readings.RowCount, partial.Values.RowCount);
    }

    [Fact]
    public void Combine_OfDifferentQuestionsOrNone_IsRefused()
    {
        var mean = readings.GroupBy("city").Partial(Agg.Mean("value"));
        Assert.Contains("different questions", Assert.Throws<ArgumentException>(() => PartialAggregate.Combine(mean, readings.GroupBy("city").Partial(Agg.Sum("value")))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => PartialAggregate.Combine(mean, readings.GroupBy("month").Partial(Agg.Mean("value"))));
        Assert.Throws<ArgumentException>(() => PartialAggregate.Combine());
    }

    [Fact]
    public void Apply_AFunction_PutsItsRowsBelowTheKeys()
    {
        var best = readings.GroupBy("city").Apply(group => group.OrderByDescending("value").Head(2).Select("value"));
        Assert.Equal(["city", "value"], best.ColumnNames);
        Assert.Equal(["Oslo", "Oslo", "Dakar", "Dakar", null, null], best.Texts("city"));
        Assert.Equal([6.0, 2, 10, null, 100, null], best.Numbers("value"));
        Assert.Equal(0, readings.GroupBy("city").Apply(group => group.Head(0)).RowCount);
        Assert.Throws<ArgumentException>(() => readings.Head(0).GroupBy("city").Apply(group => group));
    }
}

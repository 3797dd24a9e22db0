using LearningKit.Tables;
using Xunit;

namespace LearningKit.Tests.Tables;

public sealed class TableTests
{
    static readonly Table cities = new(
        Column.Of("city", ["Oslo", "Dakar", null, "Lima"]),
        Column.Of("temperature", [5.7, 24.0, 1.0, null]),
        Column.Of("readings", [3L, 1, 2, 2]));

    static readonly Table nothing = cities.Head(0);

    [Fact]
    public void Columns_OfDifferentLengthOrOfOneName_AreRefused()
    {
        Assert.Contains("'a' has 2 rows, column 'b' has 1", Assert.Throws<ArgumentException>(() => new Table(Column.Of("a", [1L, 2]), Column.Of("b", [1L]))).Message, StringComparison.Ordinal);
        Assert.Contains("Two columns are named 'a'", Assert.Throws<ArgumentException>(() => new Table(Column.Of("a", [1L]), Column.Of("a", [1L]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Column_ThatIsNotThere_IsRefusedWithThoseThatAre() =>
        Assert.Contains("There is no column 'town'. There are: 'city', 'temperature', 'readings'", Assert.Throws<ArgumentException>(() => cities["town"]).Message, StringComparison.Ordinal);

    [Fact]
    public void Column_OfAnotherType_IsRefused() =>
        Assert.Contains("'city' holds Text values, not Number", Assert.Throws<ArgumentException>(() => cities.Numbers("city")).Message, StringComparison.Ordinal);

    [Fact]
    public void Row_BeyondTheLast_IsRefused()
    {
        Assert.Contains("from 0 to 3", Assert.Throws<ArgumentOutOfRangeException>(() => cities[4]).Message, StringComparison.Ordinal);
        Assert.Contains("no rows", Assert.Throws<ArgumentOutOfRangeException>(() => nothing[0]).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => cities.Numbers("temperature")[-1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => cities.Texts("city")[4]);
    }

    [Fact]
    public void Row_ReadsEachTypeAndMissingAsNull()
    {
        Assert.Equal("Oslo", cities[0].Text("city"));
        Assert.Equal(5.7, cities[0].Number("temperature"));
        Assert.Equal(3, cities[0].Whole("readings"));
        Assert.Equal(3.0, cities[0].Number("readings"));
        Assert.Null(cities[2].Text("city"));
        Assert.Null(cities[3]["temperature"]);
    }

    [Fact]
    public void MissingCount_OfEachKindOfColumn_CountsNulls()
    {
        Assert.Equal([1, 1, 0], cities.Columns.Select(column => column.MissingCount));
        Assert.Equal([0, 1, 0], cities.Tail(1).Columns.Select(column => column.MissingCount));
    }

    [Fact]
    public void Slice_OfATable_SharesItsArrays()
    {
        var part = cities.Slice(1, 2);
        Assert.True(part.Numbers("temperature").Values.Span.Overlaps(cities.Numbers("temperature").Values.Span));
        Assert.True(part.Texts("city").RowCodes.Span.Overlaps(cities.Texts("city").RowCodes.Span));
        Assert.Equal(["Dakar", null], part.Texts("city"));
        Assert.Throws<ArgumentOutOfRangeException>(() => cities.Slice(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => cities.Slice(-1, 2));
    }

    [Fact]
    public void Compact_OfASlice_KeepsOnlyItsWords()
    {
        var part = cities.Slice(2, 2);
        Assert.Equal(3, part.Texts("city").Words.Count);
        Assert.Equal(["Lima"], part.Compact().Texts("city").Words);
        Assert.Equal(part, part.Compact());
    }

    [Fact]
    public void HeadAndTail_OfMoreRowsThanThereAre_AreAll()
    {
        Assert.Equal(cities, cities.Head(100));
        Assert.Equal(cities, cities.Tail(100));
        Assert.Equal(["Oslo", "Dakar"], cities.Head(2).Texts("city"));
        Assert.Equal([null, "Lima"], cities.Tail(2).Texts("city"));
        Assert.Throws<ArgumentOutOfRangeException>(() => cities.Head(-1));
    }

    [Fact]
    public void SelectDropRename_ChangeColumnsAndRefuseMistypedNames()
    {
        Assert.Equal(["readings", "city"], cities.Select("readings", "city").ColumnNames);
        Assert.Equal(["city", "readings"], cities.Drop("temperature").ColumnNames);
        Assert.Equal(["city", "celsius", "readings"], cities.Rename("temperature", "celsius").ColumnNames);
        Assert.Throws<ArgumentException>(() => cities.Drop("temprature"));
        Assert.Throws<ArgumentException>(() => cities.Rename("temperature", "city"));
    }

    [Fact]
    public void With_AFormula_MakesOrReplacesAColumnOfItsType()
    {
        Assert.Equal([42.26, 75.2, 33.8, null], cities.With("fahrenheit", row => Math.Round((32 + 1.8 * row.Number("temperature")) ?? double.NaN, 2) is var f && double.IsNaN(f) ? (double?)null : f).Numbers("fahrenheit"));
        Assert.Equal([4L, 5, null, 4], cities.With("length", row => row.Text("city")?.Length).Wholes("length"));
        Assert.Equal([true, false, false, true], cities.With("even", row => row.Index % 3 == 0).Booleans("even"));
        var replaced = cities.With("city", row => row.Index.ToString());
        Assert.Equal(["city", "temperature", "readings"], replaced.ColumnNames);
        Assert.Equal("2", replaced[2].Text("city"));
        Assert.Contains("'when' is a TimeSpan", Assert.Throws<ArgumentException>(() => cities.With("when", _ => TimeSpan.Zero)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_AComparisonWithAMissingValue_IsFalseBothWays()
    {
        Assert.Equal(2, cities.Where(row => row.Number("temperature") > 5).RowCount);
        Assert.Equal(1, cities.Where(row => row.Number("temperature") <= 5).RowCount);
    }

    [Fact]
    public void OrderBy_EqualRows_KeepTheirOrder()
    {
        Assert.Equal(["Dakar", null, "Lima", "Oslo"], cities.OrderBy("readings").Texts("city"));
        Assert.Equal(["Oslo", null, "Lima", "Dakar"], cities.OrderByDescending("readings").Texts("city"));
        Assert.Equal(["Oslo", "Lima", "Dakar", null], cities.OrderByDescending("city").Texts("city"));
    }

    [Fact]
    public void Concat_WholeNumbersBelowNumbers_BecomeNumbers()
    {
        var both = Table.Concat(new Table(Column.Of("x", [1L, 2])), new Table(Column.Of("x", [0.5, null])));
        Assert.Equal([1.0, 2.0, 0.5, null], both.Numbers("x"));
    }

    [Fact]
    public void Concat_OfDifferentColumnsTypesOrOfNothing_IsRefused()
    {
        Assert.Contains("different columns: city", Assert.Throws<ArgumentException>(() => Table.Concat(cities, cities.Drop("city"))).Message, StringComparison.Ordinal);
        Assert.Contains("Text values in one table and Whole", Assert.Throws<ArgumentException>(() => Table.Concat(cities, cities.With("city", _ => 1L))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Table.Concat());
    }

    [Fact]
    public void Concat_OfDifferentDictionaries_IsOneDictionary()
    {
        var both = Table.Concat(new Table(Column.Of("x", ["a", "b", null])), new Table(Column.Of("x", ["b", "c"])));
        Assert.Equal(["a", "b", "c"], both.Texts("x").Words);
        Assert.Equal(["a", "b", null, "b", "c"], both.Texts("x"));
    }

    [Fact]
    public void SplitByKey_AnyProcess_PutsTheSameKeysTogether()
    {
        // Written down: another process, machine or version of .NET must find the same parts.
        var keys = new Table(Column.Of("key", ["Oslo", "Dakar", "Zürich", "日本", "", null, "Lima", "Quito"]));
        Assert.Equal(
            [["Oslo", "Zürich", "日本", "", "Lima", "Quito"], ["Dakar", null]],
            keys.SplitByKey(2, "key").Select(part => part.Texts("key").ToArray()));
    }

    [Fact]
    public void SplitByKey_WithoutKeysOrParts_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => cities.SplitByKey(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => cities.SplitByKey(0, "city"));
        Assert.Throws<ArgumentOutOfRangeException>(() => cities.Split(0));
    }

    [Fact]
    public void Zeros_OfBothSigns_AreOneKeyAndSoAreAllNotANumbers()
    {
        var table = new Table(Column.Of("x", [0.0, -0.0, double.NaN, -double.NaN, null, null]));
        Assert.Equal([2L, 2, 2], table.GroupBy("x").Aggregate(Agg.Count()).Wholes("count"));
    }

    [Fact]
    public void EmptyTable_EveryOperator_GivesAnEmptyTable()
    {
        Assert.Equal(0, nothing.Where(_ => true).RowCount);
        Assert.Equal(0, nothing.OrderBy("city", "temperature").RowCount);
        Assert.Equal(nothing, Assert.Single(nothing.Split(4)));
        Assert.Equal([0, 0, 0], nothing.SplitByKey(3, "city").Select(part => part.RowCount));
        Assert.Equal(nothing, Table.Concat(nothing, nothing));
        Assert.Equal(0, nothing.Join(cities, "city").RowCount);
        Assert.Equal(0, cities.Join(nothing, "city").RowCount);
        Assert.Equal(4, cities.Join(nothing, "city", JoinKind.Left).RowCount);
        Assert.Equal(0, nothing.GroupBy("city").Aggregate(Agg.Mean("temperature"), Agg.Median("temperature")).RowCount);
        Assert.Equal(3, nothing.Describe().RowCount);
        Assert.Equal(nothing, Table.ParseCsv(nothing.ToCsv(), new() { Types = nothing.Types }));
        Assert.Empty(new Table().Columns);
        Assert.Equal("", new Table().ToCsv());
    }

    [Fact]
    public void Describe_Columns_TellsQuartilesAndWhatIsMissing()
    {
        var table = new Table(Column.Of("x", [1.0, 2, 3, 4, null]), Column.Of("s", ["a", "b", "a", null, null]));
        var described = table.Describe();
        Assert.Equal([4L, 3], described.Wholes("count"));
        Assert.Equal([1L, 2], described.Wholes("missing"));
        Assert.Equal([4L, 2], described.Wholes("distinct"));
        Assert.Equal([2.5, null], described.Numbers("mean"));
        Assert.Equal([1.75, null], described.Numbers("25%"));
        Assert.Equal([2.5, null], described.Numbers("50%"));
        Assert.Equal([4.0, null], described.Numbers("max"));
    }

    [Fact]
    public void Equals_OtherNamesTypesOrOrder_IsFalse()
    {
        Assert.NotEqual(cities, cities.Rename("city", "town"));
        Assert.NotEqual(cities, cities.Select("temperature", "city", "readings"));
        Assert.NotEqual(cities, cities.OrderBy("readings"));
        Assert.NotEqual(cities, cities.With("readings", row => row.Number("readings")));
        Assert.Equal(cities.GetHashCode(), cities.OrderBy("city").OrderBy("readings").GetHashCode());
    }
}

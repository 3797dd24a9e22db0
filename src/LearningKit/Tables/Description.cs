using MathNet.Numerics.Statistics;

namespace LearningKit.Tables;

/// <summary>What a table's columns hold, one row a column.</summary>
static class Description
{
    static readonly (string Name, double Share)[] quantiles = [("min", 0), ("25%", 0.25), ("50%", 0.5), ("75%", 0.75), ("max", 1)];

    public static Table Of(Table table)
    {
        var numbers = table.Columns.Select(Sorted).ToArray();
        return new(
        [
            Column.Of("column", table.ColumnNames),
            Column.Of("type", table.Columns.Select(column => column.Type.ToString())),
            Column.Of("count", table.Columns.Select(column => (long)(column.Count - column.MissingCount))),
            Column.Of("missing", table.Columns.Select(column => (long)column.MissingCount)),
            Column.Of("distinct", table.Columns.Select(Distinct)),
            Column.Of("mean", numbers.Select(values => values is { Length: > 0 } ? ArrayStatistics.Mean(values) : (double?)null)),
            Column.Of("std", numbers.Select(values => values is { Length: > 1 } ? ArrayStatistics.StandardDeviation(values) : (double?)null)),
            .. quantiles.Select(quantile => Column.Of(quantile.Name, numbers.Select(values =>
                values is { Length: > 0 } ? SortedArrayStatistics.QuantileCustom(values, quantile.Share, QuantileDefinition.R7) : (double?)null))),
        ]);
    }

    static long Distinct(Column column)
    {
        column.Codes(out var count);
        return count - (column.MissingCount > 0 ? 1 : 0);
    }

    static double[]? Sorted(Column column)
    {
        if (column is Column<long> whole) column = Table.AsNumbers(whole);
        if (column is not Column<double> numbers) return null;
        double[] values = [.. numbers.Where(value => value is not null).Select(value => value!.Value)];
        Array.Sort(values);
        return values;
    }
}
